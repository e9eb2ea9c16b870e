@org.jspecify.annotations.NullMarked
package org.paivand.disclosure.event;
