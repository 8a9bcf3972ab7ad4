package io.carillon.server.demo.retail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Somebody who comes by. Their number and country are real, the rest is simulated. Mail to {@code .example} reaches
 * nobody; the phone numbers are those that Ofcom keeps for drama.
 *
 * @param id the number that the shop knows them by once they have signed in
 * @param phone none, or E.164
 * @param pushToken of the shop's app, where they have it
 * @param devices anonymous ids, the one they use most first
 * @param refuses topics that they do not want to hear about by e-mail, as they said when they signed up
 * @param prefersPhone whether they would rather be told by text message
 */
public record Shopper(
        String id,
        Name name,
        Country country,
        Optional<String> phone,
        Optional<String> pushToken,
        List<String> devices,
        List<String> refuses,
        boolean prefersPhone) {
    /** Ofcom keeps 07700 900000 to 900999 for television and radio. */
    private static final int PHONES = 1_000;

    record Name(String first, String last, String email) {}

    public String email() {
        return name.email();
    }

    public String zone() {
        return country.zone();
    }

    /** @param number counts the shop's customers, so that no two have one phone */
    static Shopper drawn(String id, int number, Country country, long seed) {
        var chance = new SplittableRandom(seed ^ (id.hashCode() * 0x9E3779B97F4A7C15L));
        String first = pick(Names.first(country.language()), chance);
        String last = pick(Names.last(country.language()), chance);
        String email = "%s.%s.%s@mail.example".formatted(plain(first), plain(last), id);
        boolean hasPhone = number % 3 == 0 && number / 3 < PHONES;
        boolean hasApp = chance.nextDouble() < 0.2;
        var devices = new ArrayList<String>();
        double many = chance.nextDouble();
        for (int device = 1; device <= (many < 0.12 ? 3 : many < 0.45 ? 2 : 1); device++) {
            devices.add("d-%s-%d".formatted(id, device));
        }
        double choosy = chance.nextDouble();
        List<String> refuses =
                choosy < 0.04 ? List.of("reminders", "offers") : choosy < 0.1 ? List.of("offers") : List.of();
        return new Shopper(
                id,
                new Name(first, last, email),
                country,
                hasPhone ? Optional.of("+447700900%03d".formatted(number / 3)) : Optional.empty(),
                hasApp ? Optional.of("demo-token-" + id) : Optional.empty(),
                List.copyOf(devices),
                refuses,
                hasPhone && chance.nextDouble() < 0.3);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static <T> T pick(List<T> list, SplittableRandom chance) {
        return list.get(chance.nextInt(list.size()));
    }
}
