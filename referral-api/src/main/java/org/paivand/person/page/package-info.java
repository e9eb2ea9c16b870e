/** The pages as markup, in neutral words. Pure. */
@NullMarked
package org.paivand.person.page;

import org.jspecify.annotations.NullMarked;
