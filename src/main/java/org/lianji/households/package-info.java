/**
 * What visits find to have changed of a household (走访核实的家庭成员变动): who came to it and who left it
 * goes into the records of civil affairs by which the family is helped, once a second officer has
 * confirmed it (国办发〔2023〕39号 第四条: 数据归集). What the family is given changes by a review alone.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "database",
            "audit",
            "items",
            "catalogue",
            "people",
            "procedure",
            "access",
            "bases",
            "contribution"
        })
package org.lianji.households;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
