/** A browser driven by tests, in the W3C WebDriver protocol. */
package org.gradcheck.browser;
