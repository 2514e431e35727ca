package org.lianji.query;

import graphql.normalized.ExecutableNormalizedField;

import org.lianji.api.CacheableReads;
import org.lianji.catalogue.Catalogue;
import org.springframework.stereotype.Component;

import java.util.List;

/** Records of categories that are about nobody, such as the policies of assistance. */
@Component
final class PolicyReads implements CacheableReads {

    private final Catalogue catalogue;

    PolicyReads(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public boolean isSteady(ExecutableNormalizedField field) {
        return field.getFieldName().equals("records")
                && !Admission.readsPeople(List.of(field), catalogue);
    }
}
