package io.carillon.connectors.mapping;

import io.carillon.core.value.Value;
import java.util.List;

/**
 * A value that was brought into another form.
 *
 * @param rules that changed it, in order
 */
public record Change(String column, String before, Value after, List<String> rules) {}
