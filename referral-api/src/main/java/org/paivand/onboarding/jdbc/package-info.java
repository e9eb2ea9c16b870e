/** Applications and agencies' accounts in MariaDB. */
@NullMarked
package org.paivand.onboarding.jdbc;

import org.jspecify.annotations.NullMarked;
