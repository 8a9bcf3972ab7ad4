package io.carillon.server.json;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes records as JSON objects with their components' names. Instants are ISO 8601, an empty optional is null, a {@link
 * Value} is what it says.
 */
public final class JsonWriter {
    private JsonWriter() {}

    /** The library takes a while to load, and a start should not wait for it. */
    private static final class Lazy {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .addModule(new SimpleModule().addSerializer(Value.class, new OfValue()))
                .build();
    }

    private static final class OfValue extends StdSerializer<Value> {
        OfValue() {
            super(Value.class);
        }

        @Override
        public void serialize(Value value, JsonGenerator out, SerializationContext context) {
            out.writeRawValue(Json.write(value));
        }
    }

    public static String write(Record answer) {
        return Lazy.MAPPER.writeValueAsString(answer);
    }
}
