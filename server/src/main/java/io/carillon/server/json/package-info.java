/**
 * JSON in and out: bodies into values within limits, answers' records into JSON.
 *
 * <p>Start at {@link io.carillon.server.json.JsonReader} for what comes in, which is never trusted, and at {@link
 * io.carillon.server.json.JsonWriter} for what goes out. The JSON library shows nowhere else.
 */
@NullMarked
package io.carillon.server.json;

import org.jspecify.annotations.NullMarked;
