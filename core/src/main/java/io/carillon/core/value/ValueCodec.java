package io.carillon.core.value;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import java.math.BigDecimal;

/** Stored form of values: a tag, then the content. Part of larger forms, so it carries no version of its own. */
public enum ValueCodec implements Codec<Value> {
    VALUES;

    /** The first byte of no value: larger forms may put it in front of one. */
    public static final int NO_VALUE = 0xFF;

    private static final int NOTHING = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int TEXT = 3;
    private static final int WHOLE = 4;
    private static final int DECIMAL = 5;
    private static final int ITEMS = 6;
    private static final int FIELDS = 7;

    @Override
    public void write(Value value, ByteWriter out) {
        switch (value) {
            case Value.Nothing _ -> out.u8(NOTHING);
            case Value.Flag(var flag) -> out.u8(flag ? TRUE : FALSE);
            case Value.Text(var text) -> {
                out.u8(TEXT);
                out.text(text);
            }
            case Value.Num(var number) -> writeNumber(number, out);
            case Value.Items(var items) -> {
                out.u8(ITEMS);
                out.list(items, this::write);
            }
            case Value.Fields fields -> {
                out.u8(FIELDS);
                writeFields(fields, out);
            }
        }
    }

    @Override
    public Value read(ByteReader in) {
        int tag = in.u8();
        return switch (tag) {
            case NOTHING -> Value.Nothing.NOTHING;
            case FALSE -> Value.of(false);
            case TRUE -> Value.of(true);
            case TEXT -> Value.of(in.text());
            case WHOLE -> Value.of(in.number());
            case DECIMAL -> Value.of(in.decimal());
            case ITEMS -> new Value.Items(in.list(this::read));
            case FIELDS -> readFields(in);
            default -> throw new UnreadableException("unknown value tag " + tag);
        };
    }

    public void writeFields(Value.Fields fields, ByteWriter out) {
        out.map(fields.fields(), (name, to) -> to.text(name), this::write);
    }

    public Value.Fields readFields(ByteReader in) {
        return new Value.Fields(in.map(ByteReader::text, this::read));
    }

    private static void writeNumber(BigDecimal number, ByteWriter out) {
        if (number.scale() == 0 && number.precision() <= 18) {
            out.u8(WHOLE);
            out.number(number.longValueExact());
        } else {
            out.u8(DECIMAL);
            out.decimal(number);
        }
    }
}
