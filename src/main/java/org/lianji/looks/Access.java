package org.lianji.looks;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Kind;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * One look at somebody's data, as they are told of it; no officer's name.
 *
 * @param id of the entry
 * @param own whether the one who asks looked themself
 * @param place where it stands in the list
 */
record Access(
        String id,
        ZonedDateTime at,
        Kind kind,
        @Nullable String department,
        @Nullable String departmentName,
        @Nullable String purpose,
        boolean denied,
        boolean own,
        List<String> items,
        List<String> absent,
        List<String> agreements,
        String sentence,
        List<?> place) {}
