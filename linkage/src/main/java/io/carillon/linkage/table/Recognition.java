package io.carillon.linkage.table;

import io.carillon.linkage.text.Normal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out what a column holds: by its name, and where that says nothing by its values. */
public final class Recognition {
    /** So many values show what a column holds. */
    public static final int SAMPLE = 2_000;

    private static final double MOST = 0.8;
    private static final int CATEGORIES_MAX = 12;

    private static final Map<Pattern, ColumnKind> BY_NAME = byName();
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern DATE = Pattern.compile(
            "(19|20)\\d{2}([-/.])\\d{1,2}\\2\\d{1,2}(T.*| .*)?|\\d{1,2}([-/.])\\d{1,2}\\4(19|20)\\d{2}|(19|20)\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01])");
    private static final Pattern PHONE =
            Pattern.compile("(\\+|00|\\(?0)[0-9()./ -]{6,20}|\\(?\\d{3}\\)?[-. ]\\d{3}[-. ]\\d{4}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,6})?");
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{0,4}[- ]?\\d{5,20}");

    private Recognition() {}

    private static Map<Pattern, ColumnKind> byName() {
        Map<Pattern, ColumnKind> kinds = new LinkedHashMap<>();
        add(kinds, "id|rec_?id|record_?id|unique_?id|row_?id|uid|uuid|guid|record", ColumnKind.ID);
        add(
                kinds,
                "cluster(_id)?|truth|label|entity(_id)?|group_id|source|source_.*|dataset|blocking_.*|match_id|true_.*|created.*|updated.*|modified.*",
                ColumnKind.IGNORE);
        add(
                kinds,
                "given_?names?|first_?names?|fname|forenames?|vorname|prenom|first|christian_?name|nombre|voornaam|nome",
                ColumnKind.FIRST_NAME);
        add(
                kinds,
                "surnames?|last_?names?|lname|family_?names?|nachname|familienname|last|nom|achternaam|apellidos?|sobrenome|cognome",
                ColumnKind.LAST_NAME);
        add(
                kinds,
                "name|full_?name|(customer|person|contact|display|patient|client)_?name|first_and_(sur|last)name",
                ColumnKind.NAME);
        add(kinds, ".*e_?mail.*|mail", ColumnKind.EMAIL);
        add(kinds, ".*(phone|mobile|telefon|telephone|handy).*|tel|cell|fax|gsm", ColumnKind.PHONE);
        add(
                kinds,
                "birth_?place|place_of_birth|city|town|suburb|locality|ort|stadt|ville|ciudad|cidade|citta|plaats|municipality|city_.*",
                ColumnKind.CITY);
        add(kinds, "age|yob|year(_of_birth)?|birth_?year|weight|height|income|salary", ColumnKind.NUMBER);
        add(kinds, ".*(dob|birth|geburtsdatum|naissance|nacimiento|nascimento).*|.*_date|date(_.*)?", ColumnKind.DATE);
        add(
                kinds,
                "(street|house|building|haus)_?(number|no|nr|num)|hausnummer|numero|number|house|huisnummer",
                ColumnKind.HOUSE_NUMBER);
        add(
                kinds,
                "street(_?name)?|(address|addr|street)_?(line_?)?1|strasse|rue|calle|rua|straat|via|thoroughfare|street_address",
                ColumnKind.STREET);
        add(kinds, "(address|addr|street)_?(line_?)?[23]|unit|building|apartment|apt|flat", ColumnKind.ADDRESS_LINE);
        add(kinds, ".*address.*|adresse|anschrift|direccion|endereco|adres|indirizzo", ColumnKind.ADDRESS);
        add(
                kinds,
                "(post_?(al_?)?code|zip(_?code)?|plz|cep|cap|postcode|code_postal)(_.*)?|.*_(zip|postcode|postal_?code)",
                ColumnKind.POSTAL_CODE);
        add(kinds, "state|region|province|county|bundesland|estado|provincia|state_.*", ColumnKind.REGION);
        add(kinds, "country|country_.*|nation|nationality|land|pays|pais", ColumnKind.COUNTRY);
        add(kinds, "gender|sex|geschlecht|sexe|sexo", ColumnKind.GENDER);
        add(
                kinds,
                ".*(ssn|soc_?sec|social_security|passport|nhs|tax_|vat|insurance|licen[cs]e|loyalty|member|national_id).*|.*_(id|no|nr)|(customer|account|card)_?number",
                ColumnKind.IDENTIFIER);
        add(
                kinds,
                "occupation|job|title|company|employer|organi[sz]ation|notes?|comments?|description",
                ColumnKind.TEXT);
        return kinds;
    }

    private static void add(Map<Pattern, ColumnKind> kinds, String names, ColumnKind kind) {
        kinds.put(Pattern.compile(names), kind);
    }

    /** By the name alone, in whatever spelling: {@code "Given Name"}, {@code givenName}, {@code given_name}. */
    public static Optional<ColumnKind> byName(String header) {
        String name = header.strip()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
        return BY_NAME.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(name).matches())
                .findFirst()
                .map(Map.Entry::getValue);
    }

    /**
     * By what most values look like.
     *
     * @param sample values of the column, as given; those that are missing are passed over
     */
    public static ColumnKind byValues(List<String> sample) {
        List<String> values = sample.stream()
                .map(String::strip)
                .filter(it -> !Normal.isAbsent(it))
                .toList();
        Set<String> distinct = new HashSet<>(values);
        if (values.size() < 2) return ColumnKind.IGNORE;
        if (isMostly(EMAIL, values)) return ColumnKind.EMAIL;
        if (isMostly(DATE, values)) return ColumnKind.DATE;
        if (isMostly(PHONE, values)) return ColumnKind.PHONE;
        // What numbers the rows says nothing of who is in them.
        if (distinct.size() == values.size() && values.size() == sample.size() && isMostly(NUMBER, values))
            return ColumnKind.IGNORE;
        if (distinct.size() > values.size() / 2 && isMostly(CODE, values)) return ColumnKind.IDENTIFIER;
        if (isMostly(NUMBER, values)) return ColumnKind.NUMBER;
        if (distinct.size() <= CATEGORIES_MAX && values.size() > 10 * distinct.size()) return ColumnKind.REGION;
        return ColumnKind.TEXT;
    }

    private static boolean isMostly(Pattern pattern, List<String> values) {
        return values.stream().filter(it -> pattern.matcher(it).matches()).count() >= MOST * values.size();
    }
}
