package io.carillon.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Floors under what is measured in docs/data-quality/linkage.md; all with the settings as they come. */
class DataSetsTest {
    private static final String NUMBER = "soc_sec_id";

    @Test
    void findsTheDuplicatesOfTheFirstFebrlSet() throws IOException {
        assertThat(febrl(resource("febrl-dataset1.csv"), List.of(NUMBER))
                        .judged()
                        .f1())
                .isGreaterThan(0.99);
        assertThat(febrl(resource("febrl-dataset1.csv"), List.of()).judged().f1())
                .isGreaterThan(0.998);
    }

    @Test
    void findsTheDuplicatesOfTheFourthFebrlSet() throws IOException {
        String csv = fourth();

        assertThat(febrl(csv, List.of(NUMBER)).judged().f1()).isGreaterThan(0.995);
        assertThat(febrl(csv, List.of()).judged().f1()).isGreaterThan(0.998);
    }

    @Test
    void linksNothingWhereThereIsNothingToLink() throws IOException {
        String originals = file("febrl/dataset4a.csv");

        assertThat(febrl(originals, List.of(NUMBER)).judged().found()).isZero();
    }

    @Test
    void staysPreciseWithHalfOfTheColumns() throws IOException {
        String csv = fourth();

        Agreement names = febrl(
                        csv, List.of(NUMBER, "address_1", "address_2", "street_number", "suburb", "postcode", "state"))
                .judged();
        Agreement places = febrl(csv, List.of(NUMBER, "given_name", "surname", "date_of_birth"))
                .judged();

        assertThat(names.precision()).isGreaterThan(0.99);
        assertThat(names.recall()).isGreaterThan(0.88);
        assertThat(places.precision()).isGreaterThan(0.99);
        assertThat(places.recall()).isGreaterThan(0.99);
    }

    @Test
    void findsTheClustersOfCustomers() throws IOException {
        Agreement agreement = DataSet.of(
                        resource("fake_1000.csv"), "unique_id", it -> it.getField("cluster"), List.of())
                .judged();

        assertThat(agreement.precision()).isGreaterThan(0.99);
        assertThat(agreement.recall()).isGreaterThan(0.97);
    }

    private static DataSet febrl(String csv, List<String> without) {
        return DataSet.of(
                csv,
                "rec_id",
                it -> List.of(it.getField("rec_id").split("-", -1)).get(1),
                without);
    }

    private static String fourth() throws IOException {
        String a = file("febrl/dataset4a.csv");
        String b = file("febrl/dataset4b.csv");
        return a.strip() + b.substring(b.indexOf('\n'));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(DataSetsTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String file(String name) throws IOException {
        Path file = Path.of(Objects.requireNonNullElse(System.getenv("CARILLON_TEST_DATA"), "absent"))
                .resolve(name);
        assumeThat(Files.exists(file))
                .as("%s is there; CARILLON_TEST_DATA names the folder", name)
                .isTrue();
        return Files.readString(file);
    }
}
