package org.lianji.export;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import org.lianji.items.ItemType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows as Parquet has them: whole numbers, dates, instants and amounts by their types, lists. */
final class ParquetRows extends WriteSupport<Map<String, @Nullable Object>> {

    /** Key of the cursor behind the file, in its metadata; absent where it holds all there is. */
    static final String NEXT = "lianji.next";

    /** Digits of an amount, in yuan with two decimals. */
    private static final int MONEY_DIGITS = 15;

    private final List<ExportColumn> columns;
    private @Nullable RecordConsumer out;
    private @Nullable String next;

    ParquetRows(List<ExportColumn> columns) {
        this.columns = columns;
    }

    /** Tells in the file where it goes on. */
    void goesOnAt(@Nullable String cursor) {
        next = cursor;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(
                new MessageType("export", columns.stream().map(ParquetRows::type).toList()),
                Map.of());
    }

    @Override
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException("there is no Hadoop");
    }

    private static Type type(ExportColumn column) {
        if (!column.list()) {
            return value(column, Type.Repetition.OPTIONAL).named(column.name());
        }
        return Types.optionalList()
                .element(value(column, Type.Repetition.REQUIRED).named("element"))
                .named(column.name());
    }

    private static Types.PrimitiveBuilder<PrimitiveType> value(
            ExportColumn column, Type.Repetition repetition) {
        return switch (column.type()) {
            case ItemType.Scalar.INT -> Types.primitive(PrimitiveTypeName.INT64, repetition);
            case ItemType.Scalar.FLOAT -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition);
            case ItemType.Scalar.BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition);
            case ItemType.Scalar.DATE ->
                    Types.primitive(PrimitiveTypeName.INT32, repetition)
                            .as(LogicalTypeAnnotation.dateType());
            case ItemType.Scalar.DATE_TIME ->
                    Types.primitive(PrimitiveTypeName.INT64, repetition)
                            .as(
                                    LogicalTypeAnnotation.timestampType(
                                            true, LogicalTypeAnnotation.TimeUnit.MICROS));
            case ItemType.Scalar.MONEY ->
                    Types.primitive(PrimitiveTypeName.INT64, repetition)
                            .as(LogicalTypeAnnotation.decimalType(2, MONEY_DIGITS));
            default ->
                    Types.primitive(PrimitiveTypeName.BINARY, repetition)
                            .as(LogicalTypeAnnotation.stringType());
        };
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(Map<String, @Nullable Object> row) {
        RecordConsumer to = Objects.requireNonNull(out);
        to.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            ExportColumn column = columns.get(i);
            Object value = row.get(column.name());
            if (value != null) {
                to.startField(column.name(), i);
                if (column.list()) {
                    list(to, column.type(), (List<?>) value);
                } else {
                    value(to, column.type(), value);
                }
                to.endField(column.name(), i);
            }
        }
        to.endMessage();
    }

    private static void list(RecordConsumer to, ItemType type, List<?> values) {
        to.startGroup();
        if (!values.isEmpty()) {
            to.startField("list", 0);
            for (Object value : values) {
                to.startGroup();
                to.startField("element", 0);
                value(to, type, value);
                to.endField("element", 0);
                to.endGroup();
            }
            to.endField("list", 0);
        }
        to.endGroup();
    }

    private static void value(RecordConsumer to, ItemType type, Object value) {
        switch (type) {
            case ItemType.Scalar.INT -> to.addLong(((Number) value).longValue());
            case ItemType.Scalar.FLOAT -> to.addDouble(((Number) value).doubleValue());
            case ItemType.Scalar.BOOLEAN -> to.addBoolean((Boolean) value);
            case ItemType.Scalar.DATE ->
                    to.addInteger((int) LocalDate.parse((String) value).toEpochDay());
            case ItemType.Scalar.DATE_TIME ->
                    to.addLong(
                            ChronoUnit.MICROS.between(
                                    Instant.EPOCH,
                                    OffsetDateTime.parse((String) value).toInstant()));
            case ItemType.Scalar.MONEY ->
                    to.addLong(new BigDecimal((String) value).unscaledValue().longValueExact());
            default -> to.addBinary(Binary.fromString(value.toString()));
        }
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
        return new FinalizedWriteContext(next == null ? Map.of() : Map.of(NEXT, next));
    }
}
