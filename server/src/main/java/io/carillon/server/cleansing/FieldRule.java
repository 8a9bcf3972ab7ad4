package io.carillon.server.cleansing;

import io.carillon.cleanse.Kind;
import java.util.Map;

/** What stands under one name. */
public sealed interface FieldRule {
    /**
     * One value of a kind.
     *
     * @param isPart whether it is a part of a name, of which only letter case and blanks may change
     * @param isCertain whether a value that is not of the kind is wrong; else the name may mean something else
     */
    record OfKind(Kind kind, boolean isPart, boolean isCertain) implements FieldRule {}

    /** An object, or a list of objects, with fields of their own. */
    record Within(Map<String, FieldRule> fields) implements FieldRule {}

    static FieldRule of(Kind kind) {
        return new OfKind(kind, false, true);
    }

    /** Of that kind when it can be read as one, else something else. */
    static FieldRule maybe(Kind kind) {
        return new OfKind(kind, false, false);
    }
}
