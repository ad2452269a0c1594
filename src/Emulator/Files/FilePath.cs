namespace GeminiGen.Emulator.Files;

/// <summary>A path of the Files API: <c>[/upload]/{version}/files[/{id}]</c>.</summary>
/// <param name="IsUpload">Whether it takes uploads.</param>
/// <param name="Id">The file's id; null for the list.</param>
internal readonly record struct FilePath(bool IsUpload, string? Id)
{
    public static FilePath? Parse(string path) => path.Split('/') switch
    {
        ["", "upload", "v1beta" or "v1", "files"] => new FilePath(true, null),
        ["", "v1beta" or "v1", "files"] => new FilePath(false, null),
        ["", "v1beta" or "v1", "files", { Length: > 0 } id] => new FilePath(false, id),
        _ => null,
    };
}
