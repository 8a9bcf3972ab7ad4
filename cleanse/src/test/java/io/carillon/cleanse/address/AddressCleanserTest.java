package io.carillon.cleanse.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressCleanserTest {
    private final AddressCleanser cleanser = new AddressCleanser();

    /** Street, number, unit, town, region, postal code and country, with a bar between. */
    private String read(String input, Hints hints) {
        var fields = (Value.Fields) cleanser.cleanse(input, hints).value();
        var texts = new ArrayList<String>();
        for (String key : List.of("street", "houseNumber", "unit", "city", "region", "postalCode", "country"))
            texts.add(fields.text(key).orElse(""));
        return String.join("|", texts);
    }

    private String american(String input) {
        return read(input, Hints.NONE.withCountry("US"));
    }

    @Test
    void anAmericanStreetHasThePostalShortFormInTitleCase() {
        assertThat(american("123 NORTH MAIN STREET, SPRINGFIELD, ILLINOIS 62701"))
                .isEqualTo("N Main St|123||Springfield|US-IL|62701|US");
        assertThat(american("1600 Pennsylvania Avenue Northwest, Washington, DC 20500"))
                .isEqualTo("Pennsylvania Ave NW|1600||Washington|US-DC|20500|US");
    }

    @Test
    void anAmericanAddressNeedsNoBreaks() {
        assertThat(american("830 3rd st s #105 jacksonville beach fl 322506674"))
                .isEqualTo("3rd St S|830|# 105|Jacksonville Beach|US-FL|32250-6674|US");
        assertThat(american("2751 S Dixie Hwy West Palm Beach FL 33405"))
                .isEqualTo("S Dixie Hwy|2751||West Palm Beach|US-FL|33405|US");
    }

    @Test
    void unitsFloorsAndBuildingsAreApartFromTheStreet() {
        assertThat(american("10 W 35th St 15th Floor, Chicago, IL 60616"))
                .isEqualTo("W 35th St|10|15th Fl|Chicago|US-IL|60616|US");
        assertThat(american("4343 Shallowford Rd Building B, Suite 8A, Marietta, GA 30062"))
                .isEqualTo("Shallowford Rd|4343|Bldg B Ste 8A|Marietta|US-GA|30062|US");
    }

    @Test
    void boxesAndRuralRoutesStandForAStreet() {
        assertThat(american("P. O. Box 318, Monee, IL 60449")).isEqualTo("PO Box 318|||Monee|US-IL|60449|US");
        assertThat(american("Rural Route 1 Box 7, Ava MO 65608")).isEqualTo("RR 1 Box 7|||Ava|US-MO|65608|US");
    }

    @Test
    void highwaysGridsFractionsAndHyphensAreNumbersOfTheirKind() {
        assertThat(american("36401 County Road 43, Eaton, CO 80615"))
                .isEqualTo("County Road 43|36401||Eaton|US-CO|80615|US");
        assertThat(american("N79W5406 Bywater Ln, Cedarburg, WI 53012"))
                .isEqualTo("Bywater Ln|N79W5406||Cedarburg|US-WI|53012|US");
        assertThat(american("123 1/2 Oak St, Ames IA 50010")).isEqualTo("Oak St|123 1/2||Ames|US-IA|50010|US");
        assertThat(american("105-25 Horace Harding Expy N, Corona, NY 11368"))
                .isEqualTo("Horace Harding Expy N|105-25||Corona|US-NY|11368|US");
    }

    @Test
    void whereTwoStreetsCrossThereIsNoNumber() {
        assertThat(american("5th Ave & Main St, Seattle, WA 98101"))
                .isEqualTo("5th Ave & Main St|||Seattle|US-WA|98101|US");
    }

    @Test
    void aZeroThatASpreadsheetTookIsPutBack() {
        assertThat(american("3 Main St, Norwalk, CT 6851")).isEqualTo("Main St|3||Norwalk|US-CT|06851|US");
    }

    @Test
    void theCountryIsWhatTheTextSaysElseTheHintsElseTheShapeOfItsCode() {
        assertThat(read("Hauptstr. 5, 10115 Berlin, Germany", Hints.NONE.withCountry("US")))
                .endsWith("|DE");
        assertThat(read("Hauptstr. 5, 10115 Berlin", Hints.NONE.withCountry("DE")))
                .endsWith("|DE");
        assertThat(read("12 Mill Lane, Guildford, GU4 8AA", Hints.NONE)).endsWith("|GB");
        assertThat(read("Kerkstraat 5, 1017 GP Amsterdam", Hints.NONE)).endsWith("|NL");
        assertThat(read("Rua Augusta, 5, São Paulo - SP, 01305-000", Hints.NONE))
                .endsWith("|BR");
        assertThat(read("5 Oak St, Ames, IA 50010", Hints.NONE)).endsWith("|US");
    }

    @Test
    void anAddressOfAnUnknownCountryIsKeptAsGiven() {
        Cleansed cleansed = cleanser.cleanse("Somewhere 5, 12345 Nowhere", Hints.NONE);

        assertThat(cleansed.isValid()).isTrue();
        assertThat(cleansed.changes()).containsExactly(AddressCleanser.KEPT);
        assertThat(cleansed.value().toString())
                .isEqualTo(
                        "{\"street\":null,\"houseNumber\":null,\"unit\":null,\"city\":null,\"region\":null,\"postalCode\":null,"
                                + "\"country\":null,\"lines\":[\"Somewhere 5\",\"12345 Nowhere\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "-- ,,",
                "ada@example.com",
                "N/A",
                "xxxxxx",
                "12345",
                "https://example.com/a",
                "+49 30 123456"
            })
    void whatClearlyIsNoAddressIsInvalid(String input) {
        Cleansed cleansed = cleanser.cleanse(input, Hints.NONE.withCountry("US"));

        assertThat(cleansed.isValid()).isFalse();
        assertThat(cleansed.reason().orElseThrow()).contains("expected a postal address");
    }

    @Test
    void linesStandAsOnAnEnvelope() {
        assertThat(lines("Ada Example, 12 Oak Street Apt 3, Ames, Iowa 50010", "US"))
                .containsExactly("Ada Example", "12 Oak St", "Apt 3", "Ames, IA 50010");
        assertThat(lines("10115 Berlin, Hauptstr. 5", "DE")).containsExactly("Hauptstraße 5", "10115 Berlin");
        assertThat(lines("4 r. du Four 59000 LILLE", "FR")).containsExactly("4 rue du Four", "59000 Lille");
        assertThat(lines("R. Augusta 500 apto 4, Centro, São Paulo/SP 01305000", "BR"))
                .containsExactly("Rua Augusta, 500, apto 4", "Centro", "São Paulo - SP", "01305-000");
    }

    private List<String> lines(String input, String country) {
        var fields = (Value.Fields)
                cleanser.cleanse(input, Hints.NONE.withCountry(country)).value();
        var lines = (Value.Items) fields.get("lines").orElseThrow();
        return lines.items().stream().map(line -> ((Value.Text) line).text()).toList();
    }

    @Test
    void eachCountrysCustomsAreRead() {
        List<String> wrong = AddressCases.read().stream()
                .filter(one -> !AddressCases.found(one).equals(one.expected()))
                .map(one -> one.country() + " " + one.input() + " found " + AddressCases.found(one))
                .toList();

        // A street that ends in a number of its own is not told from its house number when its lines are read again.
        assertThat(wrong)
                .containsExactly("NL Plein 1944 nr. 5, 6511 JB Nijmegen found [Plein, 1944, 5, Nijmegen, 6511 JB, ]");
    }

    @Test
    void theCountryIsToldByStreetCodeStateAndTown() {
        List<String> untold = AddressCases.read().stream()
                .filter(one -> !country(one.input()).equals(one.country()))
                .map(AddressCases.Case::input)
                .toList();

        // Germany's and Austria's streets have one language, and no town is named.
        assertThat(untold).containsExactly("Kurfürstendamm 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hauptweg 3, 1234 Neustadt", "12 Main St", "4228 SW Dawson Street Unit 22", "Avenida 5", "Berlin"
            })
    void whatTwoCountriesShareTellsNoCountry(String input) {
        assertThat(country(input)).isEmpty();
    }

    private String country(String input) {
        return ((Value.Fields) cleanser.cleanse(input, Hints.NONE).value())
                .text("country")
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Drawer 368, PO Box 11407, Birmingham, AL 35246", "PO Box 11407 Drawer 368 Birmingham AL 35246"})
    void aCompartmentOfAPostBoxIsTheUnit(String input) {
        var fields = (Value.Fields) cleanser.cleanse(input, Hints.NONE).value();

        assertThat(fields.text("street")).contains("PO Box 11407");
        assertThat(fields.text("unit")).contains("Drawer 368");
    }

    @Test
    void aFloorIsNotFlorida() {
        var fields = (Value.Fields) cleanser.cleanse("47 S Oak St 2 FLOOR", Hints.NONE.withCountry("US"))
                .value();

        assertThat(fields.text("unit")).contains("2 Fl");
        assertThat(fields.text("region")).isEmpty();
    }
}
