namespace GeminiGen;

/// <summary>From which probability of harm on content of a category is blocked.</summary>
/// <param name="Category">The category.</param>
/// <param name="Threshold">The threshold.</param>
public readonly record struct SafetySetting(HarmCategory Category, HarmBlockThreshold Threshold)
{
    internal string CategoryName => Category switch
    {
        HarmCategory.Harassment => "HARM_CATEGORY_HARASSMENT",
        HarmCategory.HateSpeech => "HARM_CATEGORY_HATE_SPEECH",
        HarmCategory.SexuallyExplicit => "HARM_CATEGORY_SEXUALLY_EXPLICIT",
        HarmCategory.DangerousContent => "HARM_CATEGORY_DANGEROUS_CONTENT",
        _ => throw Unknown(nameof(HarmCategory), (int)Category),
    };

    internal string ThresholdName => Threshold switch
    {
        HarmBlockThreshold.BlockLowAndAbove => "BLOCK_LOW_AND_ABOVE",
        HarmBlockThreshold.BlockMediumAndAbove => "BLOCK_MEDIUM_AND_ABOVE",
        HarmBlockThreshold.BlockOnlyHigh => "BLOCK_ONLY_HIGH",
        HarmBlockThreshold.BlockNone => "BLOCK_NONE",
        HarmBlockThreshold.Off => "OFF",
        _ => throw Unknown(nameof(HarmBlockThreshold), (int)Threshold),
    };

    private static GeminiConfigurationException Unknown(string type, int value)
        => new($"A safety setting is {value}, which is no member of {type}. No request was sent.");
}
