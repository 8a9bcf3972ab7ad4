package io.carillon.linkage.block;

import io.carillon.linkage.compare.Day;
import io.carillon.linkage.compare.Forms;
import io.carillon.linkage.table.ColumnKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to say in one number what rows must share to be looked at: a value, its sound, a year.
 *
 * @param words how people call it: {@code "sound of surname"}
 * @param columns which columns it is made of; two codes of one column are not put together to a key
 * @param sources what gives a row its numbers; more than one where values may stand in either column
 */
record Code(String words, List<Integer> columns, List<Source> sources) {

    /** Gives the number of a row; 0 when it has none. */
    interface Source {
        long of(int row);
    }

    static List<Code> of(List<Forms> columns) {
        List<Code> codes = new ArrayList<>();
        List<Integer> names = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            Forms forms = columns.get(at);
            if (isName(forms)) names.add(at);
            else addCodes(codes, at, forms);
        }
        if (!names.isEmpty()) {
            List<Forms> forms = names.stream().map(columns::get).toList();
            codes.add(new Code("name", names, forms.stream().map(Code::text).toList()));
            codes.add(new Code(
                    "sound of a name", names, forms.stream().map(Code::sound).toList()));
        }
        if (names.size() == 2) {
            Forms one = columns.get(names.getFirst());
            Forms other = columns.get(names.getLast());
            codes.add(new Code("sounds of both names", names, List.of(both(sound(one), sound(other)))));
            codes.add(new Code("letters of both names", names, List.of(both(prefix(one), prefix(other)))));
        }
        return List.copyOf(codes);
    }

    private static boolean isName(Forms forms) {
        return switch (forms.column().kind()) {
            case NAME, FIRST_NAME, LAST_NAME -> true;
            default -> false;
        };
    }

    private static void addCodes(List<Code> codes, int at, Forms forms) {
        String name = forms.column().name();
        List<Integer> columns = List.of(at);
        ColumnKind kind = forms.column().kind();
        switch (kind) {
            case GENDER, COUNTRY, NUMBER -> {} // too many share them
            case REGION, HOUSE_NUMBER, POSTAL_CODE -> codes.add(new Code(name, columns, List.of(text(forms))));
            case IDENTIFIER, PHONE -> {
                codes.add(new Code(name, columns, List.of(core(forms))));
                codes.add(new Code("beginning of " + name, columns, List.of(part(forms, true))));
                codes.add(new Code("end of " + name, columns, List.of(part(forms, false))));
            }
            case EMAIL -> {
                codes.add(new Code(name, columns, List.of(text(forms))));
                codes.add(new Code("box of " + name, columns, List.of(core(forms))));
                codes.add(new Code("beginning of " + name, columns, List.of(part(forms, true))));
                codes.add(new Code("end of " + name, columns, List.of(part(forms, false))));
            }
            case DATE -> {
                codes.add(new Code(name, columns, List.of(text(forms))));
                codes.add(new Code("year of " + name, columns, List.of(row -> day(forms, row, false))));
                codes.add(new Code("day and month of " + name, columns, List.of(row -> day(forms, row, true))));
            }
            default -> {
                codes.add(new Code(name, columns, List.of(core(forms))));
                codes.add(new Code("sound of " + name, columns, List.of(sound(forms))));
            }
        }
    }

    private static Source text(Forms forms) {
        return row -> forms.at(row) < 0 ? 0 : hash(forms.text(forms.at(row)));
    }

    private static Source core(Forms forms) {
        return row -> forms.at(row) < 0 ? 0 : hash(forms.core(forms.at(row)));
    }

    private static Source sound(Forms forms) {
        return row -> forms.at(row) < 0 ? 0 : hash(forms.sound(forms.at(row)));
    }

    private static Source prefix(Forms forms) {
        return row -> {
            if (forms.at(row) < 0) return 0;
            String core = forms.core(forms.at(row));
            return hash(core.substring(0, Math.min(3, core.length())));
        };
    }

    /** Half of it, so that one slip leaves one half as it was. */
    private static Source part(Forms forms, boolean isBeginning) {
        return row -> {
            if (forms.at(row) < 0) return 0;
            String text =
                    forms.column().kind() == ColumnKind.EMAIL ? forms.text(forms.at(row)) : forms.core(forms.at(row));
            int half = (text.length() + 1) / 2;
            return hash(isBeginning ? text.substring(0, half) : text.substring(text.length() - half));
        };
    }

    private static long day(Forms forms, int row, boolean isOfYear) {
        if (forms.at(row) < 0) return 0;
        return forms.day(forms.at(row))
                .map(day -> hash(isOfYear ? dayOfYear(day) : "y" + day.year()))
                .orElse(0L);
    }

    /** Day and month, in either order. */
    private static String dayOfYear(Day day) {
        return Math.min(day.day(), day.month()) + "-" + Math.max(day.day(), day.month());
    }

    /** The same whichever stands where. */
    private static Source both(Source one, Source other) {
        return row -> {
            long left = one.of(row);
            long right = other.of(row);
            return left == 0 || right == 0 ? 0 : Math.max(1, mix(left + right));
        };
    }

    private static long hash(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) hash = 31 * hash + text.charAt(i);
        long mixed = mix(hash);
        return mixed == 0 ? 1 : mixed;
    }

    static long mix(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
