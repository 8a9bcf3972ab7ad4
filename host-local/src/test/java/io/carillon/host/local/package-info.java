@NullMarked
package io.carillon.host.local;

import org.jspecify.annotations.NullMarked;
