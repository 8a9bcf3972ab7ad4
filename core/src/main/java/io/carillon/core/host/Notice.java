package io.carillon.core.host;

/** News for a worker in this process, such as "granted: send it". Never stored. */
public interface Notice {}
