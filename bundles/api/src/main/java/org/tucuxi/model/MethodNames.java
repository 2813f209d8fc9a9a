package org.tucuxi.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * boto3's names for what a model names in camel case: {@code ListObjectsV2} is {@code list_objects_v2}. The same
 * transformation serves operations, waiters, client context parameters and rule-set functions.
 */
public final class MethodNames {

    private static final Pattern PLURAL_CAPITALS = Pattern.compile("[A-Z]{2,}s$");
    private static final Pattern BEFORE_WORD = Pattern.compile("(.)([A-Z][a-z]+)");
    private static final Pattern AFTER_LOWER = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Map<String, String> EXCEPTIONS = exceptions();
    private static final Map<String, String> CACHE = new ConcurrentHashMap<>();
    private static final int CACHE_LIMIT = 50_000;

    private MethodNames() {
    }

    /**
     * boto3's name, words separated by underscores.
     *
     * @param name a camel-case name
     * @return its words in lower case; a name that has an underscore already is returned as it is
     */
    public static String of(String name) {
        String known = CACHE.get(name);
        if (known == null) {
            known = transform(name, '_');
            if (CACHE.size() < CACHE_LIMIT) {
                CACHE.put(name, known);
            }
        }
        return known;
    }

    /**
     * A Java method's name for an operation.
     *
     * @param operation the API name, for example {@code ListObjectsV2}
     * @return for example {@code listObjectsV2}
     */
    public static String java(String operation) {
        return operation.isEmpty() ? operation
                : Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
    }

    /**
     * The name with words separated by another character.
     *
     * @param name a camel-case name
     * @param separator for example {@code -}
     * @return its words in lower case; a name that has the separator already is returned as it is
     */
    public static String transform(String name, char separator) {
        if (name.indexOf(separator) >= 0) {
            return name;
        }
        String exception = EXCEPTIONS.get(name);
        if (exception != null) {
            return exception.replace('_', separator);
        }
        String rest = name;
        String ending = "";
        var plural = PLURAL_CAPITALS.matcher(name);
        if (plural.find()) {
            rest = name.substring(0, plural.start());
            ending = separator + name.substring(plural.start()).toLowerCase(Locale.ROOT);
        }
        String worded = BEFORE_WORD.matcher(rest).replaceAll("$1" + separator + "$2");
        return AFTER_LOWER.matcher(worded).replaceAll("$1" + separator + "$2").toLowerCase(Locale.ROOT) + ending;
    }

    private static Map<String, String> exceptions() {
        // The operations whose trade names the rules would tear apart, as the reference lists them.
        String[] names = {"CreateCachediSCSIVolume", "CreateStorediSCSIVolume", "DescribeCachediSCSIVolumes",
            "DescribeStorediSCSIVolumes", "ListHITsForQualificationType", "ExecutePartiQLStatement",
            "ExecutePartiQLTransaction", "ExecutePartiQLBatch", "CreateOAuth2Token", "CreateOAuth2TokenWithIAM",
            "IntrospectOAuth2TokenWithIAM", "RevokeOAuth2TokenWithIAM", "GetOTelEnrichment", "StartOTelEnrichment",
            "StopOTelEnrichment", "AssociateWhatsAppBusinessAccount", "CreateWhatsAppDataset", "CreateWhatsAppFlow",
            "CreateWhatsAppMessageTemplate", "CreateWhatsAppMessageTemplateFromLibrary",
            "CreateWhatsAppMessageTemplateMedia", "DeleteWhatsAppFlow", "DeleteWhatsAppMessageMedia",
            "DeleteWhatsAppMessageTemplate", "DeprecateWhatsAppFlow", "DisassociateWhatsAppBusinessAccount",
            "GetLinkedWhatsAppBusinessAccount", "GetLinkedWhatsAppBusinessAccountPhoneNumber", "GetWhatsAppFlow",
            "GetWhatsAppFlowPreview", "GetWhatsAppMessageMedia", "GetWhatsAppMessageTemplate",
            "ListLinkedWhatsAppBusinessAccounts", "ListWhatsAppFlowAssets", "ListWhatsAppFlows",
            "ListWhatsAppMessageTemplates", "ListWhatsAppTemplateLibrary", "PostWhatsAppMessageMedia",
            "PublishWhatsAppFlow", "PutWhatsAppBusinessAccountEventDestinations", "SendWhatsAppConversionEvent",
            "SendWhatsAppMessage", "UpdateWhatsAppFlow", "UpdateWhatsAppFlowAssets", "UpdateWhatsAppMessageTemplate"};
        String[] tokens = {"iSCSI", "HITs", "PartiQL", "OAuth2", "IAM", "WhatsApp", "OTel"};
        Map<String, String> result = new HashMap<>();
        for (String name : names) {
            String simple = name;
            for (String token : tokens) {
                String word = token.toLowerCase(Locale.ROOT);
                simple = simple.replace(token, Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            String worded = BEFORE_WORD.matcher(simple).replaceAll("$1_$2");
            result.put(name, AFTER_LOWER.matcher(worded).replaceAll("$1_$2").toLowerCase(Locale.ROOT));
        }
        return Map.copyOf(result);
    }
}
