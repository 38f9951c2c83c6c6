/** The billing API as the core sees it: the port, its sealed result and nothing of HTTP or JSON. */
@NullMarked
package io.tillbot.core.billing;

import org.jspecify.annotations.NullMarked;
