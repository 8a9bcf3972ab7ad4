package io.carillon.testkit.toy;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.host.Address;

final class ActCodec implements Codec<Act> {
    static final ActCodec INSTANCE = new ActCodec();

    @Override
    public void write(Act act, ByteWriter out) {
        switch (act) {
            case Act.Note(var text) -> tagged(1, out).text(text);
            case Act.Tell(var to, var acts) -> {
                tagged(2, out).text(to.text());
                out.list(acts, this::write);
            }
            case Act.Forward(var to, var acts) -> {
                tagged(3, out).text(to.text());
                out.list(acts, this::write);
            }
            case Act.SetTimer(var key, var at) -> {
                tagged(4, out).text(key);
                out.instant(at);
            }
            case Act.ClearTimer(var key) -> tagged(5, out).text(key);
            case Act.PutRow(var table, var key, var value) -> {
                tagged(6, out).text(table);
                out.text(key);
                out.text(value);
            }
            case Act.RemoveRow(var table, var key) -> {
                tagged(7, out).text(table);
                out.text(key);
            }
            case Act.Once(var key, var acts) -> {
                tagged(8, out).text(key);
                out.list(acts, this::write);
            }
            case Act.Answer() -> out.u8(9);
            case Act.KeepCaller() -> out.u8(10);
            case Act.AnswerKept() -> out.u8(11);
            case Act.Shout(var text) -> tagged(12, out).text(text);
            case Act.Know() -> out.u8(13);
            case Act.Recall(var from, var max) -> {
                tagged(14, out).number(from);
                out.number(max);
            }
            case Act.Fail(var cure) -> tagged(15, out).number(cure);
            case Act.Kill() -> out.u8(16);
            case Act.Hold() -> out.u8(17);
            case Act.Grow(var bytes) -> tagged(18, out).number(bytes);
            case Act.Pad(var effects) -> tagged(19, out).number(effects);
            case Act.Forget(var number) -> tagged(21, out).number(number);
            case Act.FanOut(var kind, var from, var to, var page) -> {
                tagged(20, out).text(kind);
                out.number(from);
                out.number(to);
                out.number(page);
            }
        }
    }

    @Override
    public Act read(ByteReader in) {
        int tag = in.u8();
        return switch (tag) {
            case 1 -> new Act.Note(in.text());
            case 2 -> new Act.Tell(new Address(in.text()), in.list(this::read));
            case 3 -> new Act.Forward(new Address(in.text()), in.list(this::read));
            case 4 -> new Act.SetTimer(in.text(), in.instant());
            case 5 -> new Act.ClearTimer(in.text());
            case 6 -> new Act.PutRow(in.text(), in.text(), in.text());
            case 7 -> new Act.RemoveRow(in.text(), in.text());
            case 8 -> new Act.Once(in.text(), in.list(this::read));
            case 9 -> new Act.Answer();
            case 10 -> new Act.KeepCaller();
            case 11 -> new Act.AnswerKept();
            case 12 -> new Act.Shout(in.text());
            case 13 -> new Act.Know();
            case 14 -> new Act.Recall(in.number(), (int) in.number());
            case 15 -> new Act.Fail((int) in.number());
            case 16 -> new Act.Kill();
            case 17 -> new Act.Hold();
            case 18 -> new Act.Grow((int) in.number());
            case 19 -> new Act.Pad((int) in.number());
            case 20 -> new Act.FanOut(in.text(), (int) in.number(), (int) in.number(), (int) in.number());
            case 21 -> new Act.Forget(in.number());
            default -> throw new UnreadableException("no act has the tag " + tag);
        };
    }

    private static ByteWriter tagged(int tag, ByteWriter out) {
        out.u8(tag);
        return out;
    }
}
