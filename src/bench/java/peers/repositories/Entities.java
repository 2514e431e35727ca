package peers.repositories;

import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;
import org.springframework.data.neo4j.core.schema.Relationship;
import org.springframework.data.neo4j.core.schema.Relationship.Direction;
import org.springframework.data.neo4j.core.schema.RelationshipId;
import org.springframework.data.neo4j.core.schema.RelationshipProperties;
import org.springframework.data.neo4j.core.schema.TargetNode;

import java.time.LocalDate;
import java.util.List;

/** The graph as Spring Data maps it. */
final class Entities {

    private Entities() {}

    @Node("Person")
    record Person(@Id String id, String idNumber, String idHash) {}

    @Node("Household")
    record Household(
            @Id String id,
            String number,
            String kind,
            @Relationship(type = "MEMBER_OF", direction = Direction.INCOMING)
                    List<Membership> memberships) {

        List<Person> members() {
            return memberships.stream().filter(Membership::today).map(Membership::person).toList();
        }
    }

    @RelationshipProperties
    record Membership(
            @RelationshipId String id, LocalDate from, LocalDate to, @TargetNode Person person) {

        boolean today() {
            LocalDate today = LocalDate.now();
            return (from == null || !from.isAfter(today)) && (to == null || to.isAfter(today));
        }
    }

    @Node("HouseholdRegistration")
    record Registration(
            @Id String id,
            String recordNo,
            String name,
            @Relationship(type = "ABOUT") List<Person> persons) {}

    @Node({"Record", "MinimumLivingAllowance"})
    record Allowance(
            @Id String id,
            String key,
            String recordNo,
            String status,
            String startMonth,
            @Relationship(type = "ABOUT") List<Person> persons) {}

    @Node("DisabilityCertificate")
    record Disability(
            @Id String id, String recordNo, @Relationship(type = "ABOUT") List<Person> persons) {}

    @Node("MedicalInsurance")
    record Insurance(
            @Id String id, String recordNo, @Relationship(type = "ABOUT") List<Person> persons) {}

    @Node("PensionPayment")
    record Pension(
            @Id String id, String recordNo, @Relationship(type = "ABOUT") List<Person> persons) {}
}
