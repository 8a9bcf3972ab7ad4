package io.carillon.core.host;

/** An answer to a caller outside. Never stored: a caller does not outlive the process. */
public interface Reply {}
