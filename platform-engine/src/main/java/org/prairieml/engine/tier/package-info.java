/** How generated code takes over from something slower once the JIT compiler has made it fast. */
package org.prairieml.engine.tier;
