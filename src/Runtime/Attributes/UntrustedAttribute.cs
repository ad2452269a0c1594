namespace GeminiGen;

/// <summary>
/// Says that a parameter's value comes from people who may try to instruct the model: mail, reviews, web pages. Wherever a template writes it, whole, a member
/// of it or an item of a list, it stands between <c>&lt;untrusted-…&gt;</c> and <c>&lt;/untrusted-…&gt;</c>, and the system instruction says that what stands
/// there is data.
/// </summary>
/// <remarks>
/// The number in the delimiter is drawn for each call from a secure source, so that no value can know it and end its own fence. <see langword="null"/> writes
/// nothing, as ever; an empty text is an empty fence. A fence makes attacks harder and is no proof against them: do not let the answer to untrusted text act unseen.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class UntrustedAttribute : Attribute;
