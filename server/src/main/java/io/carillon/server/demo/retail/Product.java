package io.carillon.server.demo.retail;

/**
 * What the shop sells.
 *
 * @param code its stock code, as published
 * @param name its description, tidied
 */
public record Product(String code, String name) {

    /** One of a few kinds, by the words of its name; simulated, as the data has none. */
    public Kind kind() {
        return Kind.of(name);
    }
}
