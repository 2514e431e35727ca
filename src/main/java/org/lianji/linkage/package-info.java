/**
 * Who is the same: a linker by Fellegi and Sunter that learns its weights without labels, and knows
 * nothing of this hub's columns, its graph or its clock.
 *
 * <p>A {@link org.lianji.linkage.Table} is compared column by column, at the levels of a {@link
 * org.lianji.linkage.FieldComparator}; each level speaks for or against one person by the ratio of
 * two shares, m among pairs of one person and u among pairs of two. A missing value says nothing. A
 * {@link org.lianji.linkage.Model} is a file that anybody can read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.lianji.linkage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
