/**
 * Whether what a source sends is as good as it was: figures of days in, findings out, each with how much, examples and a
 * way to fix it. Pure: the instant is an argument.
 *
 * <p>Start at {@link io.carillon.core.audit.judge.Audit}. A source is compared with its own last four weeks; where there
 * is no past yet, only what is bad anywhere counts. Everything must be both surely and markedly different, so that clean
 * data raise nothing.
 */
@NullMarked
package io.carillon.core.audit.judge;

import org.jspecify.annotations.NullMarked;
