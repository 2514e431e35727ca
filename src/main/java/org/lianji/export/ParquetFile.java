package org.lianji.export;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Row groups of typed columns (Apache Parquet), written by Apache's own library without the parts
 * of it that need Hadoop.
 */
final class ParquetFile implements ExportFile {

    private final OutputStream out;
    private final ParquetRows rows;
    private final ParquetWriter<Map<String, @Nullable Object>> writer;

    /**
     * @param rowGroup bytes that are held until they are written
     */
    ParquetFile(List<ExportColumn> columns, int rowGroup, OutputStream out) throws IOException {
        this.out = out;
        this.rows = new ParquetRows(columns);
        this.writer =
                new Builder(new Stream(out), rows)
                        .withConf(new PlainParquetConfiguration())
                        .withCodecFactory(new ParquetGzip())
                        .withCompressionCodec(CompressionCodecName.GZIP)
                        .withRowGroupSize((long) rowGroup)
                        .build();
    }

    @Override
    public void row(Map<String, @Nullable Object> row) throws IOException {
        writer.write(row);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end(@Nullable String next) throws IOException {
        rows.goesOnAt(next);
        writer.close();
        out.flush();
    }

    private static final class Builder
            extends ParquetWriter.Builder<Map<String, @Nullable Object>, Builder> {

        private final ParquetRows rows;

        Builder(OutputFile file, ParquetRows rows) {
            super(file);
            this.rows = rows;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Map<String, @Nullable Object>> getWriteSupport(
                ParquetConfiguration conf) {
            return rows;
        }

        @Override
        protected WriteSupport<Map<String, @Nullable Object>> getWriteSupport(Configuration conf) {
            return rows;
        }
    }

    /** A stream that knows how far it is; it can't go back and has no blocks. */
    private record Stream(OutputStream out) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSize) {
            return new PositionOutputStream() {
                private long position;

                @Override
                public long getPos() {
                    return position;
                }

                @Override
                public void write(int b) throws IOException {
                    out.write(b);
                    position++;
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                    position += length;
                }

                @Override
                public void flush() throws IOException {
                    out.flush();
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}
