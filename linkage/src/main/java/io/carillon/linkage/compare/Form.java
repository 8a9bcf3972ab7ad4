package io.carillon.linkage.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One value, made ready for many comparisons.
 *
 * @param raw as it was given
 * @param text in normal form, never empty: two values are the same when their texts are
 * @param compact the text without blanks
 * @param core its words that are not common in the column, without blanks: {@code "tullaroop"} of {@code "tullaroop street"}
 * @param words of the text
 * @param letters of the compact text, sorted
 * @param alphabet which letters the core has, of an e-mail the text; a bit each
 * @param sound of the core
 */
record Form(
        String raw,
        String text,
        String compact,
        String core,
        List<String> words,
        String letters,
        int alphabet,
        String sound,
        Optional<Day> day,
        OptionalDouble number) {}
