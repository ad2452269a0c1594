using System.ComponentModel.DataAnnotations;

namespace AotSample;

/// <summary>A document as a reviewer sees it: flags, a dictionary, annotations and cases.</summary>
/// <param name="Marks">What is good about it.</param>
/// <param name="Counts">How often its main words stand in it.</param>
/// <param name="Stars">From one to five.</param>
/// <param name="Code">A code of three capitals.</param>
/// <param name="Next">What to do with it.</param>
internal sealed record Review(
    Marks Marks,
    Dictionary<string, int> Counts,
    [Range(1, 5)] int Stars,
    [RegularExpression("[A-Z]{3}")] string Code,
    Step Next);
