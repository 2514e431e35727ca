package peers.repositories;

import org.springframework.data.domain.Limit;
import org.springframework.data.neo4j.repository.Neo4jRepository;

import peers.repositories.Entities.Allowance;
import peers.repositories.Entities.Disability;
import peers.repositories.Entities.Household;
import peers.repositories.Entities.Insurance;
import peers.repositories.Entities.Pension;
import peers.repositories.Entities.Person;
import peers.repositories.Entities.Registration;

import java.util.List;
import java.util.Optional;

/** Queries derived from the names of their methods. */
final class Repositories {

    private Repositories() {}

    interface People extends Neo4jRepository<Person, String> {
        Optional<Person> findByIdHash(String idHash);
    }

    interface Households extends Neo4jRepository<Household, String> {
        List<Household> findByKindAndMembershipsPersonId(String kind, String person);
    }

    interface Registrations extends Neo4jRepository<Registration, String> {
        List<Registration> findByPersonsId(String person);
    }

    interface Allowances extends Neo4jRepository<Allowance, String> {
        List<Allowance> findByPersonsId(String person);

        List<Allowance> findByKeyStartingWithAndStatusOrderByStatusAscKeyAsc(
                String key, String status, Limit limit);
    }

    interface Disabilities extends Neo4jRepository<Disability, String> {
        List<Disability> findByPersonsId(String person);
    }

    interface Insurances extends Neo4jRepository<Insurance, String> {
        List<Insurance> findByPersonsId(String person);
    }

    interface Pensions extends Neo4jRepository<Pension, String> {
        List<Pension> findByPersonsId(String person);
    }
}
