package org.lianji.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Exports.
 *
 * @param page rows that are read, decided and entered on the chain at a time; as many are held in
 *     memory
 * @param rowGroup bytes of a row group of a Parquet file, held in memory until it is full
 */
@ConfigurationProperties("lianji.export")
record ExportSettings(@DefaultValue("1000") int page, @DefaultValue("8388608") int rowGroup) {}
