/**
 * The model of AWS End User Messaging Social, and an old name of one of its methods.
 */
package org.tucuxi.services.socialmessaging;
