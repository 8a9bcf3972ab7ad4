package io.carillon.core.content;

/** x */
public final class PlainText {
    private PlainText() {}
}
