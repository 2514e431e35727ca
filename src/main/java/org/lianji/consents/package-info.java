/**
 * Consents to the check of means (授权核对): whoever is asked about for an application has said so in
 * writing, for this and until a day, and takes it back when they like. The family by the joint
 * paper with which it applies; a relative outside it, who owes support, by their own alone (社会救助法
 * §§38, 41, 个人信息保护法 §§13-15).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "texts",
            "paging",
            "database",
            "audit",
            "items",
            "catalogue",
            "people",
            "clocks",
            "procedure",
            "access",
            "bases"
        })
package org.lianji.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
