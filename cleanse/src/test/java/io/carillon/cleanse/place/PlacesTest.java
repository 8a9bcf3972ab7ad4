package io.carillon.cleanse.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.word.Folding;
import io.carillon.cleanse.word.Tongues;
import io.carillon.core.value.Value;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Seeds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    private final CountryCleanser countries = new CountryCleanser();
    private final RegionCleanser regions = new RegionCleanser();
    private final LanguageCleanser languages = new LanguageCleanser();
    private final TimezoneCleanser timezones = new TimezoneCleanser();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | DE
            DEU | DE
            276 | DE
            36 | AU
            Deutschland | DE
            ALLEMAGNE | DE
            Германия | DE
            ドイツ | DE
            Germny | DE
            Grmany | DE
            Gemrany | DE
            Germany (DE) | DE
            DE - Germany | DE
            Federal Republic of Germany | DE
            UK | GB
            U.K. | GB
            England | GB
            Scotland | GB
            U.S.A. | US
            United States of America | US
            The Netherlands | NL
            Holland | NL
            Côte d'Ivoire | CI
            Cote d Ivoire | CI
            Ivory Coast | CI
            Korea, Republic of | KR
            Republic of China | TW
            People's Republic of China | CN
            Democratic Republic of the Congo | CD
            Czech Republic | CZ
            Burma | MM
            Türkiye | TR
            TURKIYE | TR
            DD | DE
            TP | TL
            ZR | CD
            🇫🇷 | FR
            Kosovo | XK
            Viet Nam | VN
            Macedonia | MK
            Republic of Ireland | IE
            Kingdom of Spain | ES
            Brasil | BR
            Schweiz | CH
            """)
    void aCountryIsKnownByWhateverNamesIt(String input, String code) {
        assertThat(value(countries, input, Hints.NONE)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Korea",
                "Congo",
                "SU",
                "YU",
                "AN",
                "Austrlia",
                "Atlantis",
                "XX",
                "Yugoslavia",
                "Germany, France",
                "999"
            })
    void whatIsNoCountryOrSeveralIsNotValid(String input) {
        assertThat(countries.cleanse(input, Hints.NONE).isValid()).isFalse();
    }

    @Test
    void everyNameOfACountryInEveryLanguageStandsForItUnlessItIsAnothersToo() {
        var ofSeveral = new TreeSet<String>();
        for (Locale tongue : Tongues.ALL) {
            for (String code : Locale.getISOCountries()) {
                String name = Locale.of("", code).getDisplayCountry(tongue);
                var cleansed = countries.cleanse(name, Hints.NONE);
                // "Congo" is the one in Spanish, and either of two elsewhere: then both are named.
                String said = cleansed.reason().orElse("") + cleansed.value();
                assertThat(said).describedAs("%s in %s", name, tongue).contains(code);
                if (!cleansed.isValid()) ofSeveral.add(Folding.fold(name));
            }
        }

        System.out.println("names of several countries: " + ofSeveral);
        assertThat(ofSeveral).hasSizeLessThan(12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            US-CA | - | US-CA
            us_ca | - | US-CA
            USCA | - | US-CA
            CA | US | US-CA
            Calif. | US | US-CA
            California | - | US-CA
            Bavaria | - | DE-BY
            Bayern | DE | DE-BY
            Freistaat Bayern | - | DE-BY
            Baden Wuerttemberg | DE | DE-BW
            Baden-Württemberg | DE | DE-BW
            São Paulo | BR | BR-SP
            sao paulo | - | BR-SP
            Scotland | GB | GB-SCT
            Hants | GB | GB-HAM
            Île-de-France | FR | FR-IDF
            75 | FR | FR-75C
            1 | JP | JP-01
            Tokyo | JP | JP-13
            東京都 | JP | JP-13
            County Cork | IE | IE-CO
            Co. Kerry | IE | IE-KY
            Limburg | NL | NL-LI
            Limburg | BE | BE-VLI
            Kanton Bern | CH | CH-BE
            Provincia di Torino | IT | IT-TO
            California, USA | - | US-CA
            CA, United States | - | US-CA
            Calfornia | US | US-CA
            Queensland | - | AU-QLD
            NSW | AU | AU-NSW
            Guangdong Province | CN | CN-GD
            IN-OR | - | IN-OD
            UK-SCT | - | GB-SCT
            CDMX | MX | MX-CMX
            Skåne län | SE | SE-M
            Wien | AT | AT-9
            """)
    void aRegionIsKnownByItsCodeOrNameAndItsCountry(String input, String country, String code) {
        Hints hints = country.equals("-") ? Hints.NONE : Hints.NONE.withCountry(country);

        assertThat(value(regions, input, hints)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CA", "Limburg", "Córdoba", "Middle-earth", "US-ZZ", "Punjab, Atlantis"})
    void aRegionOfNoOneKnowsWhereIsNotValid(String input) {
        assertThat(regions.cleanse(input, Hints.NONE).isValid()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | de
            deutsch | de
            German | de
            GERMAN | de
            allemand | de
            en_us | en-US
            en-UK | en-GB
            eng | en
            ger | de
            iw | he
            zh_Hant_TW | zh-Hant-TW
            pt-br | pt-BR
            Portuguese (Brazil) | pt-BR
            English (United Kingdom) | en-GB
            en (US) | en-US
            Brazilian Portuguese | pt-BR
            Simplified Chinese | zh-Hans
            de_DE.UTF-8 | de-DE
            de_DE@euro | de-DE
            de-DE,de;q=0.9,en;q=0.8 | de-DE
            es-419 | es-419
            русский | ru
            日本語 | ja
            Germn | de
            sr_Latn | sr-Latn
            castellano | es
            """)
    void aLanguageIsKnownByItsTagOrName(String input, String tag) {
        assertThat(value(languages, input, Hints.NONE)).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "jp", "Klingonese", "en-ZZZZZZZZZZ", "C", "und", "12", "en-XYZ-!!"})
    void whatIsNoLanguageIsNotValid(String input) {
        assertThat(languages.cleanse(input, Hints.NONE).isValid()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berlin | - | Europe/Berlin
            europe/berlin | - | Europe/Berlin
            America/New York | - | America/New_York
            Asia/Calcutta | - | Asia/Kolkata
            Europe/Kiev | - | Europe/Kyiv
            US/Pacific | - | America/Los_Angeles
            Berlin | - | Europe/Berlin
            New York | - | America/New_York
            CET | - | Europe/Brussels
            CET | DE | Europe/Berlin
            GMT+2 | - | +02:00
            UTC-05:00 | - | -05:00
            UTC+5:30 | - | +05:30
            +0100 | - | +01:00
            W. Europe Standard Time | - | Europe/Berlin
            (GMT+01:00) Amsterdam, Berlin | - | Europe/Amsterdam
            (UTC-05:00) Eastern Time (US & Canada) | - | America/New_York
            (UTC+01:00) W. Europe Standard Time | - | Europe/Berlin
            EST5EDT | - | America/New_York
            IST | IN | Asia/Kolkata
            IST | IE | Europe/Dublin
            CST | US | America/Chicago
            CST | CN | Asia/Shanghai
            UTC | - | UTC
            Z | - | UTC
            GMT | - | UTC
            Etc/UTC | - | UTC
            Etc/GMT-2 | - | Etc/GMT-2
            """)
    void aTimeZoneIsKnownByItsIdCityOffsetOrName(String input, String country, String id) {
        Hints hints = country.equals("-") ? Hints.NONE : Hints.NONE.withCountry(country);

        assertThat(value(timezones, input, hints)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CST", "IST", "BST", "Mars/Olympus", "GMT+25", "UTC+14:30", "US"})
    void whatIsNoTimeZoneOrSeveralIsNotValid(String input) {
        assertThat(timezones.cleanse(input, Hints.NONE).isValid()).isFalse();
    }

    @Test
    void everyZoneOfTheListIsOneThatTheJdkKnows() {
        for (String id : List.of("Europe/Berlin", "America/Coyhaique", "America/Nuuk", "+02:00", "UTC")) {
            Optional<String> found = value(timezones, id, Hints.NONE);
            assertThat(found).contains(id);
            assertThat(java.time.ZoneId.of(found.orElseThrow()).getId()).isEqualTo(id);
        }
    }

    @Test
    void noTextMakesThemThrowAndWhatTheyGiveStandsForItself() {
        Seeds.forAll(300, PlacesTest::anyText, (text, seed) -> {
            for (Cleanser cleanser : List.of(countries, regions, languages, timezones)) {
                Optional<String> once = value(cleanser, text, Hints.NONE);
                once.ifPresent(
                        code -> assertThat(value(cleanser, code, Hints.NONE)).contains(code));
            }
        });
    }

    private static String anyText(Chance chance) {
        List<String> pieces = List.of(
                "US",
                "CA",
                "DE",
                "-",
                "_",
                "/",
                " ",
                "(",
                ")",
                ",",
                "en",
                "zh",
                "Hant",
                "GMT",
                "UTC",
                "+",
                "2",
                "05:30",
                "Berlin",
                "Europe",
                "Georgia",
                "Korea",
                "\uD83C\uDDEB",
                "\uD83D",
                "\u0301",
                "é",
                "München",
                "1",
                "x",
                "CST",
                ".",
                "of",
                "the");
        var text = new StringBuilder();
        int count = chance.between(0, 6);
        for (int i = 0; i < count; i++) text.append(chance.pick(pieces));
        return text.toString();
    }

    private static Optional<String> value(Cleanser cleanser, String input, Hints hints) {
        return cleanser.cleanse(input, hints).value() instanceof Value.Text(var text)
                ? Optional.of(text)
                : Optional.empty();
    }
}
