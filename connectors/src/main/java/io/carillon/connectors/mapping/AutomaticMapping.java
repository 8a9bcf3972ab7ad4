package io.carillon.connectors.mapping;

import io.carillon.cleanse.Kind;
import io.carillon.core.value.Value;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a mapping for columns by their names, in the words of the main languages. What it does not know becomes a trait
 * under its own name: nothing is lost, and nothing is guessed from values.
 */
public final class AutomaticMapping {
    private static final String NAME = "automatic";

    private final Conversions conversions;

    public AutomaticMapping(Conversions conversions) {
        this.conversions = conversions;
    }

    /**
     * The mapping as YAML, to be read, changed and kept.
     *
     * @param first a record of the file: of CSV every one has all columns
     */
    public String of(Value.Fields first) {
        Set<String> columns = new LinkedHashSet<>(first.fields().keySet());
        if (isCall(first)) return "mapping: %s\nactions:\n  - asSent: {}\n".formatted(NAME);
        Map<Meaning, String> known = new LinkedHashMap<>();
        for (Meaning meaning : Meaning.values()) {
            columns.stream()
                    .filter(column -> !known.containsValue(column))
                    .filter(column -> meaning.words.contains(" " + plain(column) + " "))
                    .findFirst()
                    .ifPresent(column -> known.put(meaning, column));
        }
        return write(columns, known);
    }

    private static boolean isCall(Value.Fields record) {
        boolean named =
                record.get("userId").isPresent() || record.get("anonymousId").isPresent();
        return named
                && record.text("type")
                        .filter(type -> List.of("identify", "track", "page", "screen", "group", "alias")
                                .contains(type))
                        .isPresent();
    }

    private String write(Set<String> columns, Map<Meaning, String> known) {
        Optional<String> event = Optional.ofNullable(known.get(Meaning.EVENT));
        Optional<String> time = Optional.ofNullable(known.get(event.isPresent() ? Meaning.TIMESTAMP : Meaning.UPDATED));
        var lines = new ArrayList<String>();
        lines.add("mapping: " + NAME);
        lines.add("actions:");
        if (event.isPresent()) {
            lines.add("  - track:");
            lines.add("      event: {path: %s}".formatted(quoted(event.get())));
        } else {
            lines.add("  - identify:");
        }
        head(lines, "userId", known.getOrDefault(Meaning.USER, ""));
        head(lines, "anonymousId", known.getOrDefault(Meaning.ANONYMOUS, ""));
        if (time.isPresent()) lines.add("      timestamp: " + converted(time.get(), Kind.DATE, ""));
        traits(lines, known);
        Set<String> rest = new LinkedHashSet<>(columns);
        rest.removeAll(List.of(
                known.getOrDefault(Meaning.USER, ""), known.getOrDefault(Meaning.ANONYMOUS, ""), event.orElse("")));
        for (Map.Entry<Meaning, String> one : known.entrySet()) {
            if (!one.getKey().trait.isEmpty()) rest.remove(one.getValue());
        }
        time.ifPresent(rest::remove);
        if (event.isPresent() && !rest.isEmpty()) lines.add("      properties:");
        Set<String> used = new LinkedHashSet<>();
        for (Meaning meaning : known.keySet()) used.add(meaning.trait);
        for (String column : rest) {
            String name = column.equals("*") ? "star" : column; // a star stands for all columns
            if (event.isEmpty() && !used.add(name)) name = column + " (2)";
            lines.add("        %s: %s".formatted(quoted(name), quoted(column)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void head(List<String> lines, String name, String column) {
        if (!column.isEmpty()) lines.add("      %s: %s".formatted(name, quoted(column)));
    }

    private void traits(List<String> lines, Map<Meaning, String> known) {
        lines.add("      traits:");
        var address = new ArrayList<String>();
        known.forEach((meaning, column) -> {
            if (meaning.trait.isEmpty()) return;
            if (meaning.trait.startsWith("address.")) {
                address.add("            %s: %s"
                        .formatted(meaning.trait.substring("address.".length()), value(meaning, column)));
            } else {
                lines.add("        %s: %s".formatted(meaning.trait, value(meaning, column)));
            }
        });
        if (address.isEmpty()) return;
        lines.add("        address:");
        lines.add("          fields:");
        lines.addAll(address);
    }

    private String value(Meaning meaning, String column) {
        return meaning.kind.map(kind -> converted(column, kind, "")).orElseGet(() -> quoted(column));
    }

    private String converted(String column, Kind kind, String more) {
        return conversions.has(kind)
                ? "{path: %s, as: %s%s}".formatted(quoted(column), kind.word(), more)
                : quoted(column);
    }

    /** As a double-quoted scalar of YAML. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (c < ' ' || (c >= 0x7F && c < 0xA0) || Character.isSurrogate(c) || c >= 0xFFF0 || c == 0xFEFF) {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /** Letters and digits alone, without accents, in small letters. */
    static String plain(String column) {
        return Normalizer.normalize(column, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    /** What a column can be; of two columns of one meaning the first counts, and a word stands once. */
    private enum Meaning {
        USER(
                "",
                Optional.empty(),
                "userid",
                "customerid",
                "externalid",
                "clientid",
                "memberid",
                "kundennummer",
                "kundennr",
                "kundenid",
                "klantnummer",
                "idclient",
                "numeroclient",
                "idcliente",
                "customernumber",
                "customerno",
                "id"),
        ANONYMOUS("", Optional.empty(), "anonymousid", "visitorid", "cookieid"),
        EVENT("", Optional.empty(), "event", "eventname", "eventtype"),
        TIMESTAMP("", Optional.of(Kind.DATE), "timestamp", "time", "occurredat", "eventtime", "datetime", "date"),
        UPDATED(
                "",
                Optional.of(Kind.DATE),
                "updatedat",
                "updated",
                "lastupdated",
                "modifiedat",
                "lastmodified",
                "geandertam"),
        EMAIL(
                "email",
                Optional.of(Kind.EMAIL),
                "email",
                "emailaddress",
                "mail",
                "mailaddress",
                "emailadresse",
                "correo",
                "correoelectronico",
                "courriel",
                "adresseemail",
                "emailadres",
                "enderecodeemail",
                "primaryemail"),
        PHONE(
                "phone",
                Optional.of(Kind.PHONE),
                "phone",
                "phonenumber",
                "mobile",
                "mobilephone",
                "mobilenumber",
                "cell",
                "cellphone",
                "tel",
                "telephone",
                "telefon",
                "telefonnummer",
                "handy",
                "mobil",
                "portable",
                "telefono",
                "movil",
                "telefoonnummer",
                "telefone",
                "celular"),
        FIRST(
                "firstName",
                Optional.empty(),
                "firstname",
                "givenname",
                "forename",
                "vorname",
                "prenom",
                "nombre",
                "voornaam",
                "nome"),
        LAST(
                "lastName",
                Optional.empty(),
                "lastname",
                "surname",
                "familyname",
                "nachname",
                "nomdefamille",
                "apellido",
                "apellidos",
                "achternaam",
                "sobrenome"),
        NAME("name", Optional.empty(), "name", "fullname", "customername", "contactname", "nom"),
        BIRTHDAY(
                "birthday",
                Optional.of(Kind.DATE),
                "birthday",
                "birthdate",
                "dateofbirth",
                "dob",
                "geburtstag",
                "geburtsdatum",
                "datedenaissance",
                "fechadenacimiento",
                "geboortedatum"),
        GENDER("gender", Optional.of(Kind.GENDER), "gender", "sex", "geschlecht", "sexe", "genero", "geslacht"),
        LANGUAGE(
                "language",
                Optional.of(Kind.LANGUAGE),
                "language",
                "locale",
                "lang",
                "sprache",
                "langue",
                "idioma",
                "taal"),
        TIMEZONE("timezone", Optional.of(Kind.TIMEZONE), "timezone", "tz", "zeitzone"),
        COMPANY(
                "company",
                Optional.empty(),
                "company",
                "companyname",
                "organization",
                "organisation",
                "firma",
                "societe",
                "empresa"),
        CREATED(
                "createdAt",
                Optional.of(Kind.DATE),
                "createdat",
                "created",
                "signupdate",
                "registeredat",
                "datecreated"),
        STREET(
                "address.street",
                Optional.empty(),
                "street",
                "streetaddress",
                "address",
                "address1",
                "addressline1",
                "strasse",
                "adresse",
                "rue",
                "direccion",
                "straat"),
        CITY("address.city", Optional.empty(), "city", "town", "ort", "stadt", "ville", "ciudad", "plaats", "cidade"),
        POSTCODE(
                "address.postalCode",
                Optional.empty(),
                "zip",
                "zipcode",
                "postcode",
                "postalcode",
                "plz",
                "postleitzahl",
                "codepostal",
                "codigopostal",
                "cep"),
        STATE("address.state", Optional.empty(), "state", "region", "province", "bundesland"),
        COUNTRY("address.country", Optional.of(Kind.COUNTRY), "country", "countrycode", "land", "pays", "pais");

        private final String trait;
        private final Optional<Kind> kind;
        /** With a blank around each. */
        private final String words;

        Meaning(String trait, Optional<Kind> kind, String... words) {
            this.trait = trait;
            this.kind = kind;
            this.words = " " + String.join(" ", words) + " ";
        }
    }
}
