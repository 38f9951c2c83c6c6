/** The client's credit and what it covers. */
@NullMarked
package io.tillbot.core.credit;

import org.jspecify.annotations.NullMarked;
