using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about models and answers.</summary>
internal static partial class Descriptors
{
    private const string DroppedSignatureTitle = "Thought signature or call id dropped";
    private const string DroppedSignatureDescription = "The model finds its thoughts again by the signature on each part, and its calls by their ids. A history that is copied without them is refused, or answered worse.";
    private const string WrongBodyNameTitle = "Wrong name in a request";
    private const string WrongBodyNameDescription = "The API refuses bodies with names or enum values it does not know. Names are in camel case or snake case, values of enums in capitals.";
    private const string ClientPerCallTitle = "HTTP client for each call";
    private const string ClientPerCallDescription = "A client that is made anew opens connections anew, with a handshake before each answer, and leaves them in TIME_WAIT until under load none is to be had.";
    private const string RetiredModelTitle = "Retired model";
    private const string RetiredModelDescription = "A model that is shut down refuses every call; a deprecated one will, or is answered by another model at another price.";
    private const string UnknownModelTitle = "Unknown model";
    private const string UnknownModelDescription = "The catalogue of this version of the package does not know the model, so its limits are not checked. New models are fine.";

    /// <summary>GG4001 for a model that answers no more.</summary>
    public static readonly DiagnosticDescriptor RetiredModel = DescriptorFactory.Create(
        DiagnosticIds.RetiredModel,
        RetiredModelTitle,
        "Model '{0}' is shut down and refuses calls: use '{1}'",
        DiagnosticSeverity.Warning,
        RetiredModelDescription);

    /// <summary>GG4001 for a model whose last day is announced.</summary>
    public static readonly DiagnosticDescriptor DeprecatedModel = DescriptorFactory.Create(
        DiagnosticIds.RetiredModel,
        RetiredModelTitle,
        "Model '{0}' is deprecated, with {2} as its announced last day: use '{1}'",
        DiagnosticSeverity.Warning,
        RetiredModelDescription);

    /// <summary>GG4001 for a model whose requests another one answers.</summary>
    public static readonly DiagnosticDescriptor ReplacedModel = DescriptorFactory.Create(
        DiagnosticIds.RetiredModel,
        RetiredModelTitle,
        "Model '{0}' is deprecated in favour of '{1}', which may answer in its place: use '{1}'",
        DiagnosticSeverity.Warning,
        RetiredModelDescription);

    /// <summary>GG4013 when a known id is close.</summary>
    public static readonly DiagnosticDescriptor UnknownModelNearest = DescriptorFactory.Create(
        DiagnosticIds.UnknownModel,
        UnknownModelTitle,
        "Model '{0}' is not in the catalogue: did you mean '{1}'?",
        DiagnosticSeverity.Info,
        UnknownModelDescription);

    /// <summary>GG4013 when no known id is close.</summary>
    public static readonly DiagnosticDescriptor UnknownModel = DescriptorFactory.Create(
        DiagnosticIds.UnknownModel,
        UnknownModelTitle,
        "Model '{0}' is not in the catalogue: check its id",
        DiagnosticSeverity.Info,
        UnknownModelDescription);

    /// <summary>GG4015.</summary>
    public static readonly DiagnosticDescriptor MisspeltModel = DescriptorFactory.Create(
        DiagnosticIds.MisspeltModel,
        "Misspelt model",
        "No model is called '{0}': write '{1}'",
        DiagnosticSeverity.Warning,
        "The id is a known one but for a slip of the pen, so every call is answered with 404.");

    /// <summary>GG4014.</summary>
    public static readonly DiagnosticDescriptor ModelWithoutText = DescriptorFactory.Create(
        DiagnosticIds.ModelWithoutText,
        "Model that gives no text",
        "Model '{0}' gives {1} and no text, so it cannot answer a prompt: name a model that generates text",
        DiagnosticSeverity.Warning,
        "A prompt is answered with text, or with values read from it. Models for embeddings and speech refuse its calls.");

    /// <summary>GG4016.</summary>
    public static readonly DiagnosticDescriptor ModelWithoutEmbeddings = DescriptorFactory.Create(
        DiagnosticIds.ModelWithoutEmbeddings,
        "Model that gives no embeddings",
        "Model '{0}' gives no embeddings: set [Embed(Model = …)] to one that does, as GeminiModels.GeminiEmbedding2",
        DiagnosticSeverity.Warning,
        "Vectors are made by embedding models. Models that write text refuse the calls of methods with [Embed].");

    /// <summary>GG4002.</summary>
    public static readonly DiagnosticDescriptor UncheckedAnswer = DescriptorFactory.Create(
        DiagnosticIds.UncheckedAnswer,
        "Answer read unchecked",
        "'{0}' is read without a look at whether there is one: a blocked prompt has no candidates, so check their number or promptFeedback first",
        DiagnosticSeverity.Warning,
        "Where a prompt is blocked the answer has no candidates, and code that takes the first one fails with an exception that names neither the block nor its reason.");

    /// <summary>GG4002, of answers in the form of OpenAI's API.</summary>
    public static readonly DiagnosticDescriptor UncheckedChoice = DescriptorFactory.Create(
        DiagnosticIds.UncheckedAnswer,
        "Answer read unchecked",
        "'{0}' is read without a look at whether there is one: a blocked prompt and an error have no choices, so check their number first",
        DiagnosticSeverity.Warning,
        "Where a prompt is blocked the answer has no candidates, and code that takes the first one fails with an exception that names neither the block nor its reason.");

    /// <summary>GG4003.</summary>
    public static readonly DiagnosticDescriptor UnreadFinishReason = DescriptorFactory.Create(
        DiagnosticIds.UnreadFinishReason,
        "Finish reason never read",
        "Nothing reads 'finishReason', so an answer cut off by the token limit or a filter passes for a whole one: check that it is STOP",
        DiagnosticSeverity.Info,
        "The model says why it stopped. At MAX_TOKENS the text is cut off, at SAFETY or RECITATION it is withheld, and the HTTP status is 200 all the same.");

    /// <summary>GG4004.</summary>
    public static readonly DiagnosticDescriptor ErrorTakenForAnswer = DescriptorFactory.Create(
        DiagnosticIds.ErrorTakenForAnswer,
        "Error body taken for an answer",
        "The content is read as an answer whatever the status says, and errors have a body too: check the status first, with EnsureSuccessStatusCode or your own exception",
        DiagnosticSeverity.Warning,
        "Quotas, wrong keys and overload are answered with a JSON body of their own. Parsed as an answer it is an answer without candidates, and the cause is lost.");

    /// <summary>GG4005.</summary>
    public static readonly DiagnosticDescriptor StrippedFences = DescriptorFactory.Create(
        DiagnosticIds.StrippedFences,
        "JSON asked for in prose",
        "Code fences are taken off the answer by hand before it is parsed: ask for JSON with responseMimeType and a schema, or by a contract with a typed answer",
        DiagnosticSeverity.Info,
        "A model that is asked for JSON in prose answers in prose: in fences, with a sentence before, with a member missing. Asked with a schema it can answer with nothing else.");

    /// <summary>GG4006 for a name that the API does not know.</summary>
    public static readonly DiagnosticDescriptor WrongBodyName = DescriptorFactory.Create(
        DiagnosticIds.WrongBodyName,
        WrongBodyNameTitle,
        "'{0}' is no field of '{1}', and the API refuses unknown names with 400: write '{2}'",
        DiagnosticSeverity.Warning,
        WrongBodyNameDescription);

    /// <summary>GG4006 for a setting that stands outside of the settings.</summary>
    public static readonly DiagnosticDescriptor MisplacedBodyName = DescriptorFactory.Create(
        DiagnosticIds.WrongBodyName,
        WrongBodyNameTitle,
        "'{0}' stands in the request itself, where the API refuses it with 400: move it into 'generationConfig'",
        DiagnosticSeverity.Warning,
        WrongBodyNameDescription);

    /// <summary>GG4006 for a value of an enum.</summary>
    public static readonly DiagnosticDescriptor WrongBodyValue = DescriptorFactory.Create(
        DiagnosticIds.WrongBodyName,
        WrongBodyNameTitle,
        "'{0}' is no value of '{1}', and the API refuses it with 400: write '{2}'",
        DiagnosticSeverity.Warning,
        WrongBodyNameDescription);

    /// <summary>GG4007.</summary>
    public static readonly DiagnosticDescriptor PastedText = DescriptorFactory.Create(
        DiagnosticIds.PastedText,
        "Text pasted into JSON",
        "'{0}' is pasted between the quotes of JSON, so a quote, a backslash or a line end in it breaks or changes the request: serialise the body, or encode the text",
        DiagnosticSeverity.Warning,
        "Text from users holds quotes and line ends. Between the quotes of JSON they end the text, and what follows becomes part of the request: at best a 400, at worst instructions of someone else.");

    /// <summary>GG4008.</summary>
    public static readonly DiagnosticDescriptor HandParsedStream = DescriptorFactory.Create(
        DiagnosticIds.HandParsedStream,
        "Stream parsed by hand",
        "Lines that do not begin with '{0}' are dropped, and an error in the stream with them: read events with SseParser, and look for 'error' in each",
        DiagnosticSeverity.Info,
        "An event may lack the space behind the colon or go over several lines, and an error may come within the stream or as plain JSON. Matched line by line, all of these are lost without a trace.");

    /// <summary>GG4009.</summary>
    public static readonly DiagnosticDescriptor CountedTokens = DescriptorFactory.Create(
        DiagnosticIds.CountedTokens,
        "Tokens counted as words or characters",
        "'{0}' is far from the number of tokens in code, JSON and most languages: use TokenEstimator.Estimate, or countTokens for the exact number",
        DiagnosticSeverity.Info,
        "Words and characters stand in no fixed relation to tokens: Chinese has no spaces, JSON has two characters a token, English more than four.");

    /// <summary>GG4010 for a client made where the request is sent.</summary>
    public static readonly DiagnosticDescriptor ClientPerCall = DescriptorFactory.Create(
        DiagnosticIds.ClientPerCall,
        ClientPerCallTitle,
        "Every call makes an HttpClient of its own, and with it a connection: share one, or take it from IHttpClientFactory",
        DiagnosticSeverity.Warning,
        ClientPerCallDescription);

    /// <summary>GG4010 for a client made with the object that sends.</summary>
    public static readonly DiagnosticDescriptor ClientPerObject = DescriptorFactory.Create(
        DiagnosticIds.ClientPerCall,
        ClientPerCallTitle,
        "Every '{0}' makes an HttpClient of its own, and with it connections: share one, or take it as a parameter from IHttpClientFactory",
        DiagnosticSeverity.Warning,
        ClientPerCallDescription);

    /// <summary>GG4011 for a function call.</summary>
    public static readonly DiagnosticDescriptor DroppedSignature = DescriptorFactory.Create(
        DiagnosticIds.DroppedSignature,
        DroppedSignatureTitle,
        "The function call is copied without its thoughtSignature, which Gemini 3 and later refuse with 400: put the model's whole part back into the history",
        DiagnosticSeverity.Warning,
        DroppedSignatureDescription);

    /// <summary>GG4011 for a function's result.</summary>
    public static readonly DiagnosticDescriptor DroppedCallId = DescriptorFactory.Create(
        DiagnosticIds.DroppedSignature,
        DroppedSignatureTitle,
        "The function's result does not say which call it answers: give functionResponse the id of the functionCall",
        DiagnosticSeverity.Warning,
        DroppedSignatureDescription);

    /// <summary>GG4012.</summary>
    public static readonly DiagnosticDescriptor RawCall = DescriptorFactory.Create(
        DiagnosticIds.RawCall,
        "Raw call that a contract could replace",
        "'{0}' sends by hand what a contract says in a line, with retries, limits and errors included: call through a contract",
        DiagnosticSeverity.Info,
        "A contract is an interface with a prompt. Its generated client writes the request, repeats it where that helps, and tells blocked, cut off and failed answers apart.",
        isEnabledByDefault: false);
}
