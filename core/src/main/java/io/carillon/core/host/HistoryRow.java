package io.carillon.core.host;

import io.carillon.core.codec.Bytes;

/** A row of an entity's history, numbered from 0 in order of arrival. */
public record HistoryRow(long number, Bytes content) {}
