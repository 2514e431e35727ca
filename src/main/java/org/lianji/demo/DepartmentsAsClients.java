package org.lianji.demo;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.items.Department;
import org.lianji.platform.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may sign in in demo mode: for each department its system {@code mz}, the head of its sharing
 * unit {@code mz-head}, a county officer {@code mz-county} and a township officer {@code mz-town};
 * of the leading department a second officer of the county, {@code mz-county-2}, who signs what
 * needs two, an officer of another county {@code mz-jining} and two of the city, {@code mz-city}
 * and {@code mz-city-2}, who decide what concerns two counties, a village's cadre {@code
 * mz-village} and the township's assistant {@code mz-assistant} and its social worker {@code
 * mz-social}; three charities, a volunteer of the second ({@code volunteer-b}), a provider of
 * services ({@code provider-a}), an auditor, and citizens of the demo city. The secret is the name
 * and {@code -demo}.
 */
@Configuration
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
class DepartmentsAsClients {

    static final String CITY = "150900000000";
    static final String COUNTY = "150924000000";
    private static final String JINING = "150902000000";
    private static final String VILLAGE = "150924106001";
    private static final String TOWN = "150924106000";

    @Bean
    DemoClients demoClients(Catalogue catalogue) {
        return new DemoClients(
                Stream.concat(
                                catalogue.departments().stream()
                                        .flatMap(DepartmentsAsClients::clients),
                                others(lead(catalogue)))
                        .toList());
    }

    private static Department lead(Catalogue catalogue) {
        return catalogue.departments().stream()
                .filter(one -> one.code().equals(catalogue.lead()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<DemoClients.Client> clients(Department department) {
        return Stream.of(
                client(department, "", "", "", CITY, Role.SYSTEM, Role.SHARING_UNIT),
                client(department, "-head", "共享负责人", "head of sharing", CITY, Role.SHARING_HEAD),
                client(department, "-county", "兴和县", "Xinghe county", COUNTY, Role.COUNTY_OFFICER),
                client(department, "-town", "兴和县城关镇", "Chengguan town", TOWN, Role.TOWN_OFFICER));
    }

    private static DemoClients.Client client(
            Department department,
            String suffix,
            String zh,
            String en,
            String region,
            Role... roles) {
        String id = department.code().toLowerCase(Locale.ROOT) + suffix;
        return new DemoClients.Client(
                id,
                secret(id),
                department.code(),
                (department.nameZh() + " " + zh).strip(),
                (department.nameEn() + " " + en).strip(),
                Set.of(roles),
                region,
                null);
    }

    private static Stream<DemoClients.Client> others(Department lead) {
        return Stream.of(
                client(
                        lead,
                        "-county-2",
                        "兴和县复核",
                        "Xinghe county, second signature",
                        COUNTY,
                        Role.COUNTY_OFFICER),
                client(
                        lead,
                        "-town-2",
                        "兴和县城关镇复核",
                        "Chengguan town, second signature",
                        TOWN,
                        Role.TOWN_OFFICER),
                client(lead, "-jining", "集宁区", "Jining district", JINING, Role.COUNTY_OFFICER),
                client(lead, "-city", "市本级", "Ulanqab city", CITY, Role.COUNTY_OFFICER),
                client(
                        lead,
                        "-city-2",
                        "市本级复核",
                        "Ulanqab city, second signature",
                        CITY,
                        Role.COUNTY_OFFICER),
                client(
                        lead,
                        "-village",
                        "兴和县城关镇东梁社区",
                        "Dongliang, Chengguan town",
                        VILLAGE,
                        Role.VILLAGE_CADRE),
                client(
                        lead,
                        "-assistant",
                        "兴和县城关镇协理员",
                        "Chengguan town, assistant",
                        TOWN,
                        Role.ASSISTANT),
                client(
                        lead,
                        "-social",
                        "兴和县城关镇社会工作者",
                        "Chengguan town, social worker",
                        TOWN,
                        Role.SOCIAL_WORKER),
                organisation(
                        "charity-a",
                        "53150900MJ0000018Q",
                        "乌兰察布市慈善总会",
                        "Ulanqab Charity Federation",
                        Role.CHARITY),
                organisation(
                        "charity-b",
                        "53150900MJ0000026K",
                        "兴和县社会工作服务中心",
                        "Xinghe Social Work Centre",
                        Role.CHARITY),
                organisation(
                        "charity-c",
                        "53150900MJ0000034E",
                        "草原助学基金会",
                        "Grassland Education Foundation",
                        Role.CHARITY),
                organisation(
                        "volunteer-b",
                        "53150900MJ0000026K",
                        "兴和县社会工作服务中心 志愿者",
                        "Volunteer of Xinghe Social Work Centre",
                        Role.VOLUNTEER),
                organisation(
                        "provider-a",
                        "91150924MA0000015R",
                        "兴和县安康养老服务有限公司",
                        "Ankang Elderly Care, Xinghe",
                        Role.PROVIDER),
                someone("auditor", "审计", "Auditor", Role.AUDITOR, null),
                citizen("", "市民：在领低保", "Citizen in receipt", "152627195801035714"),
                citizen("-guardian", "市民：监护人", "Citizen, a guardian", "152631199612132788"),
                citizen(
                        "-former",
                        "市民：监护已终止",
                        "Citizen whose guardianship ended",
                        "152601195604079079"));
    }

    private static DemoClients.Client organisation(
            String id, String unifiedCode, String zh, String en, Role role) {
        return new DemoClients.Client(id, secret(id), unifiedCode, zh, en, Set.of(role), "", null);
    }

    private static DemoClients.Client citizen(
            String suffix, String zh, String en, String idNumber) {
        return someone("citizen" + suffix, zh, en, Role.CITIZEN, idNumber);
    }

    private static DemoClients.Client someone(
            String id, String zh, String en, Role role, @Nullable String idNumber) {
        return new DemoClients.Client(id, secret(id), "", zh, en, Set.of(role), "", idNumber);
    }

    private static String secret(String id) {
        return id + "-demo";
    }
}
