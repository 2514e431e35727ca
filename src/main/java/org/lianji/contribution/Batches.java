package org.lianji.contribution;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Batches, read only; they are written where their rows are. */
interface Batches extends Repository<Batch, String> {

    Optional<Batch> findByIdAndDepartment(String id, String department);

    /** Newest first, behind the one given. */
    @Query(
            """
            MATCH (b:Batch {department: $department})
            WHERE ($category IS NULL OR b.category = $category)
              AND ($before IS NULL OR b.receivedAt < $before OR (b.receivedAt = $before AND b.id < $id))
            RETURN b ORDER BY b.receivedAt DESC, b.id DESC LIMIT $limit
            """)
    List<Batch> page(
            @Param("department") String department,
            @Param("category") @Nullable String category,
            @Param("before") @Nullable ZonedDateTime before,
            @Param("id") @Nullable String id,
            @Param("limit") int limit);
}
