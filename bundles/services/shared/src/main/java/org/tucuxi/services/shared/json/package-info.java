/** JSON inside of what a service sends: apart, so that only bundles that read it need the parser. */
package org.tucuxi.services.shared.json;
