namespace GeminiGen;

/// <summary>The id of every diagnostic, in one place. Ids are stable for ever: a rule may be split, an id is never reused.</summary>
internal static class DiagnosticIds
{
    // GG0xxx: contracts.
    public const string InvalidContractType = "GG0001";
    public const string UnsupportedReturnType = "GG0002";
    public const string UnsupportedParameterType = "GG0003";
    public const string MethodWithoutPrompt = "GG0004";
    public const string PlaceholderWithoutParameter = "GG0005";
    public const string UnusedParameter = "GG0006";
    public const string TemplateSyntaxError = "GG0007";
    public const string PromptFileNotUsable = "GG0008";
    public const string AnswerTypeRefusedByApi = "GG0009";
    public const string AnswerTypeNotConstructible = "GG0010";
    public const string GeneratedNameClash = "GG0011";
    public const string ConflictingAttributes = "GG0012";
    public const string RefusedByModel = "GG0013";
    public const string NoCancellationToken = "GG0014";
    public const string InterfaceNotPartial = "GG0015";
    public const string UntrustedInstruction = "GG0016";
    public const string ToolNotDescribable = "GG0017";
    public const string ForeignPlaceholder = "GG0018";
    public const string FakeOfNoContract = "GG0021";

    // GG1xxx: keys.
    public const string GeminiKeyInSource = "GG1001";
    public const string ProviderKeyInSource = "GG1002";
    public const string OpaqueKey = "GG1003";
    public const string KeyInSettingsFile = "GG1004";
    public const string UnknownGoogleKey = "GG1005";
    public const string KeyInUrl = "GG1006";
    public const string FallbackKey = "GG1007";
    public const string KeyWrittenOut = "GG1008";
    public const string EncodedKey = "GG1009";
    public const string KeyInComment = "GG1010";
    public const string OldKeyCheck = "GG1011";

    // GG2xxx: resilience.
    public const string NoRetry = "GG2001";
    public const string ClientWithoutResilience = "GG2002";
    public const string ShortTimeLimits = "GG2003";
    public const string RetryWithoutWait = "GG2004";
    public const string PermanentErrorRetried = "GG2005";
    public const string StackedRetry = "GG2006";
    public const string RetryAfterStreamBegan = "GG2007";
    public const string TokenNotPassed = "GG2008";
    public const string NoTimeLimit = "GG2009";
    public const string UnboundedParallelCalls = "GG2010";
    public const string ServerWaitIgnored = "GG2011";
    public const string NoRetryInLibrary = "GG2012";

    // GG3xxx: limits.
    public const string WholeFileInline = "GG3001";
    public const string OutputTokensAboveLimit = "GG3002";
    public const string OutputTokensTooFew = "GG3003";
    public const string UnboundedHistory = "GG3004";
    public const string PromptLarge = "GG3005";
    public const string SettingOutOfRange = "GG3006";
    public const string MediaLarge = "GG3007";
    public const string RequestAboveQuota = "GG3008";
    public const string PromptAboveWindow = "GG3009";
    public const string MediaAboveLimit = "GG3010";

    // GG4xxx: answers and raw API use.
    public const string RetiredModel = "GG4001";
    public const string UncheckedAnswer = "GG4002";
    public const string UnreadFinishReason = "GG4003";
    public const string ErrorTakenForAnswer = "GG4004";
    public const string StrippedFences = "GG4005";
    public const string WrongBodyName = "GG4006";
    public const string PastedText = "GG4007";
    public const string HandParsedStream = "GG4008";
    public const string CountedTokens = "GG4009";
    public const string ClientPerCall = "GG4010";
    public const string DroppedSignature = "GG4011";
    public const string RawCall = "GG4012";
    public const string UnknownModel = "GG4013";
    public const string ModelWithoutText = "GG4014";
    public const string MisspeltModel = "GG4015";
    public const string ModelWithoutEmbeddings = "GG4016";

    // GG5xxx: privacy and cost.
    public const string LoggedText = "GG5001";
    public const string UnboundedLoop = "GG5002";
    public const string SafetyOff = "GG5003";
    public const string StorageOn = "GG5004";
    public const string CostlyModel = "GG5005";
    public const string KeyInClientApp = "GG5006";
    public const string SensitiveData = "GG5007";

    // GG9xxx: the build.
    public const string CatalogFileUnreadable = "GG9002";
    public const string PromptLockStale = "GG9003";
    public const string BaselineUnreadable = "GG9004";
    public const string UnknownOptionValue = "GG9006";
}
