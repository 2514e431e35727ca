package org.lianji.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Role;
import org.lianji.roles.RootRoles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schema as organisations, citizens and those who go to the doors know it: what they may ask
 * for, and what that leads to.
 */
@HubTest
class RoleSchemaIT {

    private static final String CITIZEN = "152627195801035714";

    @Autowired Hub hub;

    @Autowired RoleSchemas schemas;

    @Autowired Neo4jClient graph;

    @Autowired IdentityHash hash;

    /** The demo client {@code citizen} speaks for this person. */
    @BeforeEach
    void citizen() {
        graph.query("CREATE (:Person {id: 'Pcitizen', idNumber: $number, idHash: $hash})")
                .bindAll(Map.of("number", CITIZEN, "hash", hash.of(CITIZEN)))
                .run();
    }

    private String sdl(String client) {
        HttpResponse<String> answer = hub.send(hub.as(client, "/graphql/schema"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static GraphQLSchema parsed(String sdl) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
    }

    private static Set<String> roots(GraphQLSchema schema) {
        return Stream.of(
                        schema.getQueryType(),
                        schema.getMutationType(),
                        schema.getSubscriptionType())
                .flatMap(Stream::ofNullable)
                .map(GraphQLObjectType::getFieldDefinitions)
                .flatMap(List::stream)
                .map(GraphQLFieldDefinition::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> rootsOf(Role role) {
        GraphQLSchema whole = schemas.whole().schema();
        return Stream.of(whole.getQueryType(), whole.getMutationType(), whole.getSubscriptionType())
                .map(GraphQLObjectType::getFieldDefinitions)
                .flatMap(List::stream)
                .filter(root -> RootRoles.row(root).contains(role))
                .map(GraphQLFieldDefinition::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({
        "CHARITY-A,CHARITY",
        "citizen,CITIZEN",
        "mz-village,VILLAGE_CADRE",
        "mz-social,SOCIAL_WORKER",
        "volunteer-b,VOLUNTEER",
        "provider-a,PROVIDER"
    })
    void hasTheRootsThatNameTheRoleAndNoOther(String client, Role role) {
        assertThat(roots(parsed(sdl(client)))).isEqualTo(rootsOf(role)).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource({"CHARITY-A", "citizen", "mz-village", "mz-social", "volunteer-b", "provider-a"})
    void hasNothingThatNoRootLeadsTo(String client) {
        GraphQLSchema schema = parsed(sdl(client));
        Set<String> reached = new TreeSet<>();
        Deque<GraphQLType> next = new ArrayDeque<>();
        Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .flatMap(Stream::ofNullable)
                .forEach(next::add);
        while (!next.isEmpty()) {
            GraphQLNamedType type = GraphQLTypeUtil.unwrapAllAs(next.pop());
            if (reached.add(type.getName())) {
                below(schema, type).forEach(next::add);
            }
        }
        schema.getDirectives().stream()
                .flatMap(directive -> directive.getArguments().stream())
                .map(argument -> GraphQLTypeUtil.<GraphQLNamedType>unwrapAllAs(argument.getType()))
                .forEach(type -> reached.add(type.getName()));

        assertThat(schema.getAllTypesAsList())
                .filteredOn(type -> !Introspection.isIntrospectionTypes(type))
                .extracting(GraphQLNamedSchemaElement::getName)
                .isSubsetOf(reached);
    }

    /** That something has an identifier, or is worked on in steps, leads nowhere. */
    private static Stream<GraphQLType> below(GraphQLSchema schema, GraphQLNamedType type) {
        return switch (type) {
            case GraphQLObjectType object ->
                    Stream.concat(below(object), object.getInterfaces().stream());
            case GraphQLInterfaceType trait
                    when Set.of("Node", "Procedure").contains(trait.getName()) ->
                    below(trait);
            case GraphQLInterfaceType common ->
                    Stream.concat(below(common), schema.getImplementations(common).stream());
            case GraphQLInputObjectType input ->
                    input.getFieldDefinitions().stream().map(GraphQLInputObjectField::getType);
            default -> Stream.empty();
        };
    }

    private static Stream<GraphQLType> below(GraphQLFieldsContainer type) {
        return type.getFieldDefinitions().stream()
                .flatMap(
                        field ->
                                Stream.concat(
                                        Stream.of(field.getType()),
                                        field.getArguments().stream()
                                                .map(GraphQLArgument::getType)));
    }

    @Test
    void leadsACharityToPoliciesAndItsAgreementsAndToNoPerson() {
        String sdl = sdl("CHARITY-A");

        assertThat(sdl)
                .contains(
                        "type AssistancePolicy", "type Region", "type Agreement ", "type Category")
                .doesNotContain(
                        "type Person",
                        ": Person",
                        "type Household ",
                        "type Membership",
                        "type MinimumLivingAllowance",
                        "MinimumLivingAllowanceFilter",
                        "type Access",
                        "type Entry",
                        "contribute(",
                        "@allowed");
    }

    @Test
    void leadsACitizenToTheirOwnRecordsAndNotToTheDepartmentsWork() {
        String sdl = sdl("citizen");

        assertThat(sdl)
                .contains(
                        "type Person",
                        "type MinimumLivingAllowance",
                        "type Access ",
                        "type Correction ",
                        "raiseCorrection")
                .doesNotContain(
                        "type Agreement ",
                        "type Entry",
                        "type Basis",
                        "type Receipt",
                        "agreementChanged",
                        "openBasis",
                        "MinimumLivingAllowanceInput",
                        "@allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "mz-village,AssistancePolicy HouseholdRegistration",
        "mz-assistant,AssistancePolicy DisabilityCertificate HouseholdRegistration",
        "mz-social,AssistancePolicy DisabilityCertificate HouseholdRegistration",
        "provider-a,''",
        "volunteer-b,''"
    })
    void hasTheRecordsThatTheTableOfRolesGivesAndNoOthers(String client, String types) {
        GraphQLSchema schema = parsed(sdl(client));
        Set<String> records =
                schema.getType("Record") instanceof GraphQLInterfaceType common
                        ? schema.getImplementations(common).stream()
                                .map(GraphQLNamedSchemaElement::getName)
                                .collect(Collectors.toCollection(TreeSet::new))
                        : Set.of();

        assertThat(String.join(" ", records)).isEqualTo(types);
        assertThat(sdl(client))
                .doesNotContain("MinimumLivingAllowance", "TemporaryRelief", "MedicalCostWarning");
    }

    @ParameterizedTest
    @CsvSource({"provider-a", "volunteer-b"})
    void leadsWhoProvidesServicesToNoPerson(String client) {
        assertThat(sdl(client))
                .doesNotContain("type Person", "type Household ", "type Agreement ", "HelpOffer");
    }

    @Test
    void isTheSameByIntrospection() {
        for (String client : List.of("CHARITY-A", "citizen", "mz-social", "provider-a")) {
            Set<String> told =
                    hub.ask(client, "{ __schema { types { name } } }")
                            .at("/data/__schema/types")
                            .valueStream()
                            .map(type -> type.get("name").asString())
                            .filter(name -> !name.startsWith("__"))
                            .collect(Collectors.toCollection(TreeSet::new));
            Set<String> written =
                    parsed(sdl(client)).getAllTypesAsList().stream()
                            .filter(type -> !Introspection.isIntrospectionTypes(type))
                            .map(GraphQLNamedSchemaElement::getName)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(told).isEqualTo(written);
        }
        assertThat(
                        hub.ask("CHARITY-A", "{ __type(name: \"Person\") { name } }")
                                .at("/data/__type")
                                .isNull())
                .isTrue();
    }

    /**
     * What departments do about people, and how they find them, is nothing that a field leads to.
     */
    @Test
    void hasNoMattersThatAreWorkedOnByOthers() {
        List<String> departments =
                List.of(
                        "Warning",
                        "WarningFinding",
                        "WarningState",
                        "Clue",
                        "ClueReport",
                        "Visit",
                        "VisitFindings",
                        "HelpNeed",
                        "ParameterChange");
        for (String client : List.of("CHARITY-A", "citizen")) {
            for (String type : departments) {
                JsonNode answer =
                        hub.ask(
                                client,
                                "query ($t: String!) { __type(name: $t) { name fields { name } } }",
                                Map.of("t", type));
                assertThat(answer.at("/data/__type").isNull()).as(client + answer).isTrue();
            }
            Set<String> known =
                    parsed(sdl(client)).getAllTypesAsList().stream()
                            .map(GraphQLNamedSchemaElement::getName)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(possible(client, "Procedure")).isNotEmpty().isSubsetOf(known);
            assertThat(possible(client, "Node")).isNotEmpty().isSubsetOf(known);
        }
        assertThat(possible("citizen", "Procedure")).contains("Correction", "Pairing");
        assertThat(possible("CHARITY-A", "Procedure")).contains("HelpOffer", "Pairing");
        assertThat(possible("MZ", "Procedure")).containsAll(List.of("Warning", "Clue", "HelpNeed"));
    }

    private List<String> possible(String client, String type) {
        return hub.ask(
                        client,
                        "query ($t: String!) { __type(name: $t) { possibleTypes { name } } }",
                        Map.of("t", type))
                .at("/data/__type/possibleTypes")
                .valueStream()
                .map(one -> one.at("/name").asString())
                .toList();
    }

    @Test
    void changesForNobodyButThem() {
        for (String client : List.of("MZ", "MZ-HEAD", "auditor")) {
            assertThat(sdl(client)).isEqualTo(schemas.whole().text());
        }
    }

    private JsonNode error(String client, String document) {
        return hub.ask(client, document).at("/errors/0");
    }

    private static String told(JsonNode error, String name) {
        return error.toString().replace(name, "…");
    }

    @ParameterizedTest
    @CsvSource({
        "citizen,'{ entries }',entries,'{ nothing }',nothing",
        "citizen,'mutation { contribute }',contribute,'mutation { nothingx }',nothingx",
        "CHARITY-A,'{ person }',person,'{ nobody }',nobody",
        "CHARITY-A,'{ regions { persons } }',persons,'{ regions { nothing } }',nothing",
        "citizen,'{ ...F } fragment F on Basis { id }',Basis,'{ ...F } fragment F on Thing { id"
                + " }',Thing"
    })
    void saysOfWhatIsForOthersWhatItSaysOfWhatIsNot(
            String client, String hidden, String name, String none, String other) {
        assertThat(told(error(client, hidden), name).replaceAll("column\":\\d+", "column"))
                .isEqualTo(told(error(client, none), other).replaceAll("column\":\\d+", "column"))
                .contains("…");
    }

    @Test
    void tellsACharityWhatThereIsForIt() {
        assertThat(error("CHARITY-A", "{ person }").at("/extensions/code").asString())
                .isEqualTo("NOT_FOR_CHARITIES");
        assertThat(
                        hub.ask(
                                        "CHARITY-A",
                                        "{ records(category: MZ13) { nodes { recordNo } } regions {"
                                                + " name } catalogue { categories { code } } }")
                                .has("errors"))
                .isFalse();
    }

    private @Nullable Long denials() {
        return graph.query(
                        "MATCH (s:Sheet) UNWIND s.kinds AS kind WITH kind WHERE kind = 'DENIAL'"
                                + " RETURN count(*)")
                .fetchAs(Long.class)
                .one()
                .orElse(0L);
    }

    @Test
    void writesDownWhoTriedWhatIsForOthers() {
        hub.ask("citizen", "{ nothing }");
        assertThat(denials()).isZero();
        hub.ask("citizen", "mutation { contribute }");
        assertThat(denials()).isEqualTo(1);
    }
}
