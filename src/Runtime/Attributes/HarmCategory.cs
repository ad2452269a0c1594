namespace GeminiGen;

/// <summary>What content may be harmful by (<c>HarmCategory</c> of the API).</summary>
public enum HarmCategory
{
    /// <summary>Negative or harmful comments at a person (<c>HARM_CATEGORY_HARASSMENT</c>).</summary>
    Harassment,

    /// <summary>Contempt for a group of people (<c>HARM_CATEGORY_HATE_SPEECH</c>).</summary>
    HateSpeech,

    /// <summary>Sexual content (<c>HARM_CATEGORY_SEXUALLY_EXPLICIT</c>).</summary>
    SexuallyExplicit,

    /// <summary>Help with harmful acts (<c>HARM_CATEGORY_DANGEROUS_CONTENT</c>).</summary>
    DangerousContent,
}
