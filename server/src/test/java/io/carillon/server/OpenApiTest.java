package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    @TempDir
    private static Path data = Path.of("");

    private Running running = new Running(data);
    private Value.Fields document = Value.Fields.NONE;

    @BeforeEach
    void read() {
        var answer = running.get("/openapi");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        if (JsonReader.read(Bytes.utf8(answer.body())) instanceof JsonReader.Parsed.Tree(var root, var _)) {
            document = root;
        }
    }

    @AfterEach
    void close() {
        running.close();
    }

    /** But for preflights, which browsers know of themselves. */
    @Test
    void everyRouteIsDescribedAndEverythingDescribedIsARoute() {
        var described = new TreeSet<String>();
        document.fields("paths")
                .fields()
                .forEach((path, item) -> ((Value.Fields) item)
                        .fields()
                        .keySet()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(running.serve.routes().stream()
                        .filter(route -> !route.startsWith("OPTIONS "))
                        .toList());
    }

    @Test
    void onlyWhatNeedsTheTokenSaysSo() {
        document.fields("paths")
                .fields()
                .forEach((path, item) -> ((Value.Fields) item)
                        .fields()
                        .forEach((method, operation) -> assertThat(
                                        operation.toString().contains("apiToken"))
                                .as("%s %s", method, path)
                                .isEqualTo(path.startsWith("/api/"))));
    }

    @Test
    void everyPartOfAPathIsAParameter() {
        document.fields("paths")
                .fields()
                .forEach((path, item) -> ((Value.Fields) item).fields().forEach((method, operation) -> {
                    var named = new ArrayList<String>();
                    for (Value parameter : items((Value.Fields) operation, "parameters")) {
                        Value.Fields whole = resolved((Value.Fields) parameter);
                        if (whole.text("in").filter("path"::equals).isPresent())
                            named.add("{" + whole.text("name").orElse("") + "}");
                    }
                    var inPath = List.of(path.split("/")).stream()
                            .filter(part -> part.startsWith("{"))
                            .toList();
                    assertThat(named).as("%s %s", method, path).isEqualTo(inPath);
                }));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = new TreeSet<String>();
        collect(document, references);

        assertThat(references)
                .isNotEmpty()
                .allMatch(reference ->
                        document.at(reference.substring(2).replace('/', '.')).isPresent());
    }

    @Test
    void theServerIsWhereLinksLead() {
        assertThat(document.text("openapi")).hasValue("3.1.0");
        assertThat(((Value.Fields) items(document, "servers").getFirst()).text("url"))
                .hasValue("http://localhost:" + running.serve.port());
    }

    private Value.Fields resolved(Value.Fields parameter) {
        return parameter
                .text("$ref")
                .flatMap(reference -> document.at(reference.substring(2).replace('/', '.')))
                .map(Value.Fields.class::cast)
                .orElse(parameter);
    }

    private static List<Value> items(Value.Fields of, String name) {
        return of.get(name).orElse(Value.Nothing.NOTHING) instanceof Value.Items(var items) ? items : List.of();
    }

    private static void collect(Value value, Set<String> references) {
        switch (value) {
            case Value.Fields fields -> {
                fields.text("$ref").ifPresent(references::add);
                fields.fields().values().forEach(part -> collect(part, references));
            }
            case Value.Items(var items) -> items.forEach(part -> collect(part, references));
            default -> {}
        }
    }
}
