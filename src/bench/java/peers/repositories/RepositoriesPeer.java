package peers.repositories;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Limit;
import org.springframework.data.neo4j.repository.config.EnableNeo4jRepositories;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import peers.Counts;
import peers.repositories.Entities.Allowance;
import peers.repositories.Entities.Disability;
import peers.repositories.Entities.Household;
import peers.repositories.Entities.Insurance;
import peers.repositories.Entities.Pension;
import peers.repositories.Entities.Person;
import peers.repositories.Entities.Registration;

import java.util.List;
import java.util.Optional;

/** Spring for GraphQL with Spring Data Neo4j, as the guides show it: a repository a field. */
@SpringBootApplication
@EnableNeo4jRepositories(considerNestedRepositories = true)
@Import(Counts.class)
public class RepositoriesPeer {

    public static void main(String[] arguments) {
        SpringApplication.run(RepositoriesPeer.class, arguments);
        System.out.println("ready");
    }

    @Controller
    record Fields(
            Repositories.People people,
            Repositories.Households households,
            Repositories.Registrations registrations,
            Repositories.Allowances allowances,
            Repositories.Disabilities disabilities,
            Repositories.Insurances insurances,
            Repositories.Pensions pensions) {

        @QueryMapping
        Optional<Person> person(@Argument String idHash) {
            return people.findByIdHash(idHash);
        }

        @QueryMapping
        List<Allowance> allowances(@Argument String status, @Argument int first) {
            return allowances.findByKeyStartingWithAndStatusOrderByStatusAscKeyAsc(
                    "MZ01|", status, Limit.of(first));
        }

        @SchemaMapping
        List<Household> households(Person person, @Argument String kind) {
            return households.findByKindAndMembershipsPersonId(kind, person.id()).stream()
                    .filter(household -> household.members().contains(person))
                    .toList();
        }

        @SchemaMapping
        List<Person> members(Household household) {
            return household.members();
        }

        @SchemaMapping
        List<Registration> registrations(Person person) {
            return registrations.findByPersonsId(person.id());
        }

        @SchemaMapping
        List<Allowance> allowances(Person person) {
            return allowances.findByPersonsId(person.id());
        }

        @SchemaMapping
        List<Disability> disabilities(Person person) {
            return disabilities.findByPersonsId(person.id());
        }

        @SchemaMapping
        List<Insurance> insurances(Person person) {
            return insurances.findByPersonsId(person.id());
        }

        @SchemaMapping
        List<Pension> pensions(Person person) {
            return pensions.findByPersonsId(person.id());
        }
    }
}
