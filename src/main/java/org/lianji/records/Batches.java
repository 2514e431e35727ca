package org.lianji.records;

import org.springframework.data.repository.Repository;

import java.util.Optional;

/** Batches, read only; they are written where their rows are. */
public interface Batches extends Repository<Batch, String> {

    Optional<Batch> findByIdAndDepartment(String id, String department);
}
